-- A file of version 1 as it was written then. It never changes.
PRAGMA page_size=4096;
PRAGMA application_id=1196771652;
PRAGMA user_version=1;
CREATE TABLE marks (
            fair TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL,
            favourite INTEGER NOT NULL, visited INTEGER NOT NULL, rating INTEGER NOT NULL,
            note TEXT NOT NULL, name TEXT NOT NULL,
            PRIMARY KEY (fair, kind, id));
CREATE TABLE stops (
            fair TEXT NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL,
            kind TEXT, ref TEXT, day TEXT, starts TEXT, minutes INTEGER,
            title TEXT NOT NULL, place TEXT NOT NULL, about TEXT NOT NULL, meeting INTEGER NOT NULL, name TEXT NOT NULL,
            PRIMARY KEY (fair, id));
CREATE TABLE changes (
            fair TEXT NOT NULL, undone INTEGER NOT NULL, number INTEGER NOT NULL, body TEXT NOT NULL,
            PRIMARY KEY (fair, undone, number));
CREATE TABLE questions (
            id INTEGER PRIMARY KEY AUTOINCREMENT, fair TEXT NOT NULL, at TEXT NOT NULL, asked TEXT NOT NULL,
            language TEXT NOT NULL, found INTEGER NOT NULL, kind TEXT, ref TEXT, name TEXT NOT NULL);
CREATE TABLE aliases (
            fair TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, text TEXT NOT NULL, name TEXT NOT NULL,
            PRIMARY KEY (fair, kind, id, text));
INSERT INTO marks VALUES ('fair-1', 'exhibitor', 'polesie', 1, 0, 4, 'спросить про экспорт', 'Полесье');
INSERT INTO marks VALUES ('fair-1', 'session', 'opening', 0, 1, 0, '', 'Открытие');
INSERT INTO stops VALUES
  ('fair-1', 'b', 1, 'session', 'opening', '2025-09-29', '10:00:00', 45, '', '', '', 0, 'Открытие'),
  ('fair-1', 'a', 0, NULL, NULL, NULL, NULL, NULL, 'Иванова', 'у входа', 'цены', 1, '');
INSERT INTO changes VALUES
  ('fair-1', 0, 1, '{"what":"favourite: {name}","name":"\u041f\u043e\u043b\u0435\u0441\u044c\u0435","marks":[["exhibitor","polesie",[0,0,0,"",""],[1,0,0,"","\u041f\u043e\u043b\u0435\u0441\u044c\u0435"]]]}'),
  ('fair-1', 1, -1, '{"what":"moved: {name}","stops":[["c",null,["c",null,null,"2025-09-30","12:30:00",15,"t","w","a",1,"n"]]],"order":[["a","b"],["b","a"]]}');
INSERT INTO questions (fair, at, asked, language, found, kind, ref, name) VALUES
  ('fair-1', '2025-09-30T11:00:00+03:00', 'где полесье', 'ru', 1, 'exhibitor', 'polesie', 'Полесье'),
  ('fair-1', '2025-09-30T11:05:00+03:00', 'нет такого', 'be', 0, NULL, NULL, '');
INSERT INTO aliases VALUES ('fair-1', 'exhibitor', 'polesie', 'Палессе', 'Полесье');
