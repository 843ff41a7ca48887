-- A hall's database as version 3 has left it: one open day, one visit, one ticket that waits. Never edited.
PRAGMA application_id=1400131957;
PRAGMA user_version=3;
BEGIN TRANSACTION;
CREATE TABLE journal (
            seq INTEGER PRIMARY KEY,
            at INTEGER NOT NULL,
            name TEXT NOT NULL,
            payload TEXT NOT NULL
        , last_seq INTEGER, token TEXT, request BLOB, body BLOB) STRICT;
INSERT INTO "journal" VALUES(1,1795309200000,'day_opened','{"date":"2026-11-22","hash":"dd71754ee750e7ca0c4e385c8648bfdf","rules":{"discipline":"head-start","guardSeconds":1500,"boundSeconds":1500,"statutoryHeadStartSeconds":1200,"statutoryAtKiosk":false,"ratingWindowSeconds":30,"requeueCreditSeconds":600,"maxRequeues":3,"printJobLifeSeconds":600,"services":[{"id":"account","prefix":"A","name":{"zh":"账户业务","en":"Accounts"},"typicalSeconds":360,"retired":false},{"id":"plans","prefix":"B","name":{"zh":"套餐","en":"Plans"},"typicalSeconds":480,"retired":false},{"id":"repair","prefix":"XY","name":{"zh":"维修 \"快\"","en":"Repair\n\\"},"typicalSeconds":720,"retired":false}],"tiers":[{"stars":5,"keyContacts":true,"targetSeconds":300,"headStartSeconds":900,"rate":6.1,"weight":3},{"stars":4,"keyContacts":false,"targetSeconds":480,"headStartSeconds":480,"rate":3.3,"weight":2},{"stars":0,"keyContacts":false,"targetSeconds":900,"headStartSeconds":0,"rate":0.3333333333333333,"weight":1}],"counters":[{"id":"1","name":{"zh":"1号窗口","en":"Counter 1"},"services":["account","plans","repair"],"prefers":[],"dedicatedToStars":null,"helpOthersAfterSeconds":0,"retired":false},{"id":"2","name":{"zh":"2号窗口","en":"Counter 2"},"services":["account","plans"],"prefers":["plans"],"dedicatedToStars":null,"helpOthersAfterSeconds":0,"retired":false},{"id":"3","name":{"zh":"3号窗口","en":"Counter 3"},"services":["repair","account"],"prefers":[],"dedicatedToStars":null,"helpOthersAfterSeconds":1.500,"retired":false},{"id":"vip","name":{"zh":"专柜","en":"Stars"},"services":["account","plans","repair"],"prefers":[],"dedicatedToStars":5,"helpOthersAfterSeconds":null,"retired":false}]},"carried":{"lastTicket":null,"lastPrintJob":null,"lastSession":null,"tickets":[],"sessions":[],"counters":[],"devices":[],"messages":[],"closedServices":[]}}',NULL,NULL,NULL,NULL);
INSERT INTO "journal" VALUES(2,1795309200000,'counter_opened','{"counter":"1","clerk":"17"}',NULL,NULL,NULL,NULL);
INSERT INTO "journal" VALUES(3,1795309200000,'counter_opened','{"counter":"2","clerk":"18"}',NULL,NULL,NULL,NULL);
INSERT INTO "journal" VALUES(4,1795309200000,'ticket_issued','{"ticket":"1","number":"A001","service":"account","numberedIn":"account","kiosk":"k1","print":"1","stars":5,"keyContact":false,"tier":0,"statutory":null,"language":"zh","issuedAt":"2026-11-22T01:00:00.000Z","countedAt":"2026-11-22T01:00:00.000Z","legBeganAt":"2026-11-22T01:00:00.000Z","waitSeconds":{"p10":0,"p50":0,"p90":0,"method":"rank"},"customerRef":null,"secret":"07000000000000000000000000000000","ahead":0}',5,'kiosk-1',X'00000000000000000000000000000001',X'01000000000000000000000000000000');
INSERT INTO "journal" VALUES(5,1795309200000,'print_job_created','{"job":"1","ticket":"1","number":"A001","kiosk":"k1","reprint":false,"ahead":0,"createdAt":"2026-11-22T01:00:00.000Z","expiresAt":"2026-11-22T01:10:00.000Z"}',NULL,NULL,NULL,NULL);
INSERT INTO "journal" VALUES(6,1795309200000,'ticket_issued','{"ticket":"2","number":"B001","service":"plans","numberedIn":"plans","kiosk":"k1","print":"2","stars":0,"keyContact":false,"tier":2,"statutory":null,"language":"zh","issuedAt":"2026-11-22T01:00:00.000Z","countedAt":"2026-11-22T01:00:00.000Z","legBeganAt":"2026-11-22T01:00:00.000Z","waitSeconds":{"p10":0,"p50":0,"p90":0,"method":"rank"},"customerRef":null,"secret":"07000000000000000000000000000000","ahead":1}',7,'kiosk-1',X'00000000000000000000000000000002',X'01000000000000000000000000000000');
INSERT INTO "journal" VALUES(7,1795309200000,'print_job_created','{"job":"2","ticket":"2","number":"B001","kiosk":"k1","reprint":false,"ahead":1,"createdAt":"2026-11-22T01:00:00.000Z","expiresAt":"2026-11-22T01:10:00.000Z"}',NULL,NULL,NULL,NULL);
INSERT INTO "journal" VALUES(8,1795309200000,'ticket_called','{"ticket":"1","number":"A001","counter":"1","service":"account","recall":0,"why":{"rule":"head-start","test":"rank","guard":false,"dedicated":false,"preferred":false,"help":false,"headStartSeconds":900,"ageSeconds":0,"outOfTurn":null,"passedCount":0,"passedLongestSeconds":0,"boundSeconds":0,"passed":[]}}',9,'kiosk-1',X'00000000000000000000000000000003',X'01000000000000000000000000000000');
INSERT INTO "journal" VALUES(9,1795309200000,'print_job_ended','{"job":"1","ticket":"1","number":"A001","kiosk":"k1","outcome":"dropped"}',NULL,NULL,NULL,NULL);
INSERT INTO "journal" VALUES(10,1795309200000,'service_started','{"ticket":"1","number":"A001","counter":"1"}',10,'kiosk-1',X'00000000000000000000000000000004',X'01000000000000000000000000000000');
INSERT INTO "journal" VALUES(11,1795309200000,'service_finished','{"ticket":"1","number":"A001","counter":"1","skipRating":null}',12,'kiosk-1',X'00000000000000000000000000000005',X'01000000000000000000000000000000');
INSERT INTO "journal" VALUES(12,1795309200000,'rating_invited','{"session":"1","token":1,"ticket":"1","number":"A001","counter":"1","windowSeconds":30,"invitedAt":"2026-11-22T01:00:00.000Z","endsAt":"2026-11-22T01:00:30.000Z"}',NULL,NULL,NULL,NULL);
CREATE TABLE token (
            id TEXT PRIMARY KEY,
            hash BLOB NOT NULL UNIQUE,
            role TEXT NOT NULL,
            bound TEXT NOT NULL,
            label TEXT NOT NULL,
            created INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
CREATE INDEX journal_rules ON journal (seq) WHERE name IN ('day_opened', 'rules_set');
COMMIT;
