"""Files of others in: exhibitor lists, programmes and plans as their programs write them, made into a catalogue.

The way of a file through the rooms of this package, from its bytes to TOML:

- What it is: :mod:`files <guide.intake.files>` reads it, ``kinds`` tells its kind, and ``importing`` leads it through
  all that follows. Each kind has a reader, which gives a ``draft``: records that refer to each other by keys.
- Lists, ``tables``: bytes become a ``sheet`` of texts (``plain_list`` with ``encoding``, ``delimited``, ``quoting`` and
  ``coded_twice``; ``workbook`` with ``packed`` and ``workbook_process``; ``saved_tables`` with ``grid``). A sheet is
  laid out (``header``, ``titles``), its columns get their fields (``headings``, ``columns``, ``content``,
  ``assigned``), its rows are told apart (``lines``) and each becomes an ``entry``, of which ``rows_exhibitors``,
  ``rows_programme``, ``rows_people``, ``rows_stands`` and ``rows_halls`` make records.
- Cells: what reads one gives what it understood, what is left, and what was odd (``cell``). Stands (``booths``,
  ``stand_codes``), homes (``countries_meant``, ``towns``), firms (``firms``, ``legal_forms``), ways to reach someone
  (``contacts``), days and hours (``when``), figures (``figures``), letters (``scripts``), cells with several things
  (``cell_lists``).
- Programmes: ``frab``, ``pretalx``, ``calendar`` and ``linked`` (schema.org) put their items through ``programme``.
  JSON and XML of strangers are read by ``json_read`` and ``xml_read``, bounded in size and depth.
- Plans, ``plans``: ``geojson`` and ``imdf`` make a ``plan_part`` of each shape, ``plan_site`` puts them into halls.
- The guide's own exports: ``own`` (JSON) and ``own_table`` (CSV).
- All drafts of a fair as one, ``joined``: ``doubles`` are merged by ``evidence``, ``conflicts`` between files are
  decided, ``parties``, ``hosts``, ``regions`` and ``people`` find each other, ``fairs`` fills in the fair itself, and
  ``limits`` cuts what a catalogue cannot hold.
- Out: ``ids`` are chosen, or found again (``kept_ids``); ``written`` makes the files with ``tabled`` and ``toml_text``;
  ``folder`` saves them without touching what a person wrote; ``oddities`` has the code of all that was odd, and
  ``report`` says it.
"""
