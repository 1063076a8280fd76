"""Files of others in: exhibitor lists, programmes and plans as their programs write them, made into a catalogue."""
