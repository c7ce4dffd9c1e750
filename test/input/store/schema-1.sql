-- A ledger of the first released layout (schema version 1), with a few rows and entries that we made up. Frozen:
-- migrations are tested from it.
CREATE TABLE capture (entry INTEGER NOT NULL, id VARCHAR NOT NULL, valid_from DATE, valid_to DATE,
  recorded_on DATE NOT NULL, origin VARCHAR NOT NULL, content VARCHAR NOT NULL, bytes BLOB NOT NULL);
CREATE TABLE article (entry INTEGER NOT NULL, id VARCHAR NOT NULL, valid_from DATE, valid_to DATE,
  recorded_on DATE NOT NULL, origin VARCHAR NOT NULL, content VARCHAR NOT NULL);
CREATE TABLE coded_event (entry INTEGER NOT NULL, id VARCHAR NOT NULL, valid_from DATE, valid_to DATE,
  recorded_on DATE NOT NULL, origin VARCHAR NOT NULL, content VARCHAR NOT NULL, article_id VARCHAR NOT NULL, coder VARCHAR NOT NULL);
CREATE TABLE judgement (entry INTEGER NOT NULL, id VARCHAR NOT NULL, valid_from DATE, valid_to DATE,
  recorded_on DATE NOT NULL, origin VARCHAR NOT NULL, content VARCHAR NOT NULL);
CREATE TABLE ledger_meta (name VARCHAR NOT NULL, value VARCHAR NOT NULL);
INSERT INTO ledger_meta VALUES ('schema_version', '1'), ('data_sha256', 'abababababababababababababababababababababababababababababababab'), ('app_version', '0.1.0');
CREATE TABLE "gdp" ("row" INTEGER, recorded_on DATE, state VARCHAR, year INTEGER, usd DOUBLE, basis VARCHAR);
INSERT INTO gdp VALUES (1, '2023-12-31', 'IDN', 2021, 1000000000000.25, 'current'), (2, '2023-12-31', 'MYS', 2021, 300000000000, 'current'),
  (3, '2024-12-31', 'IDN', 2022, 1100000000000.5, 'current');
CREATE TABLE "leaders" ("row" INTEGER, recorded_on DATE, state VARCHAR, person VARCHAR, office VARCHAR, from_date DATE,
  to_date DATE, from_basis VARCHAR, source_dataset VARCHAR);
INSERT INTO leaders VALUES (1, '2024-10-20', 'IDN', 'A. Made-Up', 'president', '2024-10-20', NULL, 'stated', 'made up');
INSERT INTO capture VALUES (1, 'c009725e45cf4ae8dbf80ac009dff063129390935429b215d962e34f7a37499a', NULL, NULL, '2026-11-05', '61304b3d35e0b80d.txt',
  '{"sha256":"c009725e45cf4ae8dbf80ac009dff063129390935429b215d962e34f7a37499a","origin":"61304b3d35e0b80d.txt","mediaType":"text/plain","recordedOn":"2026-11-05","specimen":false}', unhex('496e646f6e6573696120616e642052757373696120616772656564206f6e206761733b206974277320736169642e'));
INSERT INTO article VALUES (2, '61304b3d35e0b80d', NULL, NULL, '2026-11-05', '61304b3d35e0b80d.txt',
  '{"id":"61304b3d35e0b80d","captureSha256":"c009725e45cf4ae8dbf80ac009dff063129390935429b215d962e34f7a37499a","origin":"61304b3d35e0b80d.txt","title":"Indonesia and Russia agreed on gas; it''s said.","text":"Indonesia and Russia agreed on gas; it''s said.","language":"en","published":{"kind":"gap","what":"published","why":"the text gives none","wouldFill":"the text"},"recordedOn":"2026-11-05","outlet":{"kind":"gap","what":"outlet","why":"the text names none","wouldFill":"the text"},"author":{"kind":"gap","what":"author","why":"the text names none","wouldFill":"the text"},"cites":[],"blocks":[],"tables":[],"flags":[],"grade":{"reliability":"C","credibility":6,"reasons":["made for a test"]},"specimen":false}');
INSERT INTO coded_event VALUES (3, '5257686ea1162966', NULL, NULL, '2026-11-05', '61304b3d35e0b80d.txt',
  '{"id":"5257686ea1162966","type":"AGREE","quad":"verbal co-operation","mode":"done","sectors":["energy"],"sources":["IDN"],"targets":["RUS"],"symmetric":true,"when":{"kind":"gap","what":"when","why":"the text gives none","wouldFill":"the text"},"evidence":{"kind":"passage","articleId":"61304b3d35e0b80d","start":0,"end":46,"quote":"Indonesia and Russia agreed on gas; it''s said.","reaches":[],"specimen":false},"because":[],"confidence":null,"coder":{"id":"test","version":1}}', '61304b3d35e0b80d', 'test@1');
INSERT INTO capture VALUES (4, '5dda8a2287597ad8c2baa629ce8e2ad7b48d85858339d73e520c0d9f0edfab94', NULL, NULL, '2026-11-03', '01f597a7fb90e4e2.txt',
  '{"sha256":"5dda8a2287597ad8c2baa629ce8e2ad7b48d85858339d73e520c0d9f0edfab94","origin":"01f597a7fb90e4e2.txt","mediaType":"text/plain","recordedOn":"2026-11-03","specimen":false}', unhex('4d616c617973696120616e64204368696e6120616772656564206f6e207261696c2e'));
INSERT INTO article VALUES (5, '01f597a7fb90e4e2', NULL, NULL, '2026-11-03', '01f597a7fb90e4e2.txt',
  '{"id":"01f597a7fb90e4e2","captureSha256":"5dda8a2287597ad8c2baa629ce8e2ad7b48d85858339d73e520c0d9f0edfab94","origin":"01f597a7fb90e4e2.txt","title":"Malaysia and China agreed on rail.","text":"Malaysia and China agreed on rail.","language":"en","published":{"kind":"gap","what":"published","why":"the text gives none","wouldFill":"the text"},"recordedOn":"2026-11-03","outlet":{"kind":"gap","what":"outlet","why":"the text names none","wouldFill":"the text"},"author":{"kind":"gap","what":"author","why":"the text names none","wouldFill":"the text"},"cites":[],"blocks":[],"tables":[],"flags":[],"grade":{"reliability":"C","credibility":6,"reasons":["made for a test"]},"specimen":false}');
INSERT INTO coded_event VALUES (6, '885b6e587647e813', NULL, NULL, '2026-11-03', '01f597a7fb90e4e2.txt',
  '{"id":"885b6e587647e813","type":"AGREE","quad":"verbal co-operation","mode":"done","sectors":["energy"],"sources":["IDN"],"targets":["RUS"],"symmetric":true,"when":{"kind":"gap","what":"when","why":"the text gives none","wouldFill":"the text"},"evidence":{"kind":"passage","articleId":"01f597a7fb90e4e2","start":0,"end":34,"quote":"Malaysia and China agreed on rail.","reaches":[],"specimen":false},"because":[],"confidence":null,"coder":{"id":"test","version":1}}', '01f597a7fb90e4e2', 'test@1');
INSERT INTO coded_event VALUES (7, '885b6e587647e813', NULL, NULL, '2026-11-07', '01f597a7fb90e4e2.txt',
  '{"id":"885b6e587647e813","type":"COOPERATE","quad":"verbal co-operation","mode":"done","sectors":["energy"],"sources":["IDN"],"targets":["RUS"],"symmetric":true,"when":{"kind":"gap","what":"when","why":"the text gives none","wouldFill":"the text"},"evidence":{"kind":"passage","articleId":"01f597a7fb90e4e2","start":0,"end":34,"quote":"Malaysia and China agreed on rail.","reaches":[],"specimen":false},"because":[],"confidence":null,"coder":{"id":"test","version":2}}', '01f597a7fb90e4e2', 'test@2');
INSERT INTO judgement VALUES (8, 'aaaa000000000001', '2026-11-06', NULL, '2026-11-06', 'person:an editor',
  '{"id":"aaaa000000000001","kind":"merge","about":["m1","m2"],"author":"an editor","recordedOn":"2026-11-06","reason":"made up","change":null}');
INSERT INTO judgement VALUES (9, 'aaaa000000000002', '2026-11-06', NULL, '2026-11-06', 'person:an editor',
  '{"id":"aaaa000000000002","kind":"recode","about":["m3"],"author":"an editor","recordedOn":"2026-11-06","reason":"made up","change":{"type":"CONSULT","mode":"planned"}}');
