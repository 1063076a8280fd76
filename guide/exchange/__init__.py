"""Files of ours for others: calendars, address cards, tables, pages, slips, QR codes; one module a format."""
