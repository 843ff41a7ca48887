-- A hall's database as version 4 has left it: one open day, one visit, one ticket that waits. Never edited.
PRAGMA application_id=1400131957;
PRAGMA user_version=4;
BEGIN TRANSACTION;
CREATE TABLE hall_head (life BLOB NOT NULL, tokens BLOB NOT NULL) STRICT;
INSERT INTO "hall_head" VALUES(X'1ACE60502B1E2CF48F571650D557B81A',X'D9672BFCAEA1881FC91682C8C0814CBA');
CREATE TABLE journal (
            seq INTEGER PRIMARY KEY,
            at INTEGER NOT NULL,
            name TEXT NOT NULL,
            payload TEXT NOT NULL
        , last_seq INTEGER, token TEXT, request BLOB, body BLOB, chain BLOB) STRICT;
INSERT INTO "journal" VALUES(1,1795309200000,'day_opened','{"date":"2026-11-22","hash":"dd71754ee750e7ca0c4e385c8648bfdf","rules":{"discipline":"head-start","guardSeconds":1500,"boundSeconds":1500,"statutoryHeadStartSeconds":1200,"statutoryAtKiosk":false,"ratingWindowSeconds":30,"requeueCreditSeconds":600,"maxRequeues":3,"printJobLifeSeconds":600,"services":[{"id":"account","prefix":"A","name":{"zh":"账户业务","en":"Accounts"},"typicalSeconds":360,"retired":false},{"id":"plans","prefix":"B","name":{"zh":"套餐","en":"Plans"},"typicalSeconds":480,"retired":false},{"id":"repair","prefix":"XY","name":{"zh":"维修 \"快\"","en":"Repair\n\\"},"typicalSeconds":720,"retired":false}],"tiers":[{"stars":5,"keyContacts":true,"targetSeconds":300,"headStartSeconds":900,"rate":6.1,"weight":3},{"stars":4,"keyContacts":false,"targetSeconds":480,"headStartSeconds":480,"rate":3.3,"weight":2},{"stars":0,"keyContacts":false,"targetSeconds":900,"headStartSeconds":0,"rate":0.3333333333333333,"weight":1}],"counters":[{"id":"1","name":{"zh":"1号窗口","en":"Counter 1"},"services":["account","plans","repair"],"prefers":[],"dedicatedToStars":null,"helpOthersAfterSeconds":0,"retired":false},{"id":"2","name":{"zh":"2号窗口","en":"Counter 2"},"services":["account","plans"],"prefers":["plans"],"dedicatedToStars":null,"helpOthersAfterSeconds":0,"retired":false},{"id":"3","name":{"zh":"3号窗口","en":"Counter 3"},"services":["repair","account"],"prefers":[],"dedicatedToStars":null,"helpOthersAfterSeconds":1.500,"retired":false},{"id":"vip","name":{"zh":"专柜","en":"Stars"},"services":["account","plans","repair"],"prefers":[],"dedicatedToStars":5,"helpOthersAfterSeconds":null,"retired":false}]},"carried":{"lastTicket":null,"lastPrintJob":null,"lastSession":null,"tickets":[],"sessions":[],"counters":[],"devices":[],"messages":[],"closedServices":[]}}',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "journal" VALUES(2,1795309200000,'counter_opened','{"counter":"1","clerk":"17"}',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "journal" VALUES(3,1795309200000,'counter_opened','{"counter":"2","clerk":"18"}',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "journal" VALUES(4,1795309200000,'ticket_issued','{"ticket":"1","number":"A001","service":"account","numberedIn":"account","kiosk":"k1","print":"1","stars":5,"keyContact":false,"tier":0,"statutory":null,"language":"zh","issuedAt":"2026-11-22T01:00:00.000Z","countedAt":"2026-11-22T01:00:00.000Z","legBeganAt":"2026-11-22T01:00:00.000Z","waitSeconds":{"p10":0,"p50":0,"p90":0,"method":"rank"},"customerRef":null,"secret":"07000000000000000000000000000000","ahead":0}',5,'kiosk-1',X'00000000000000000000000000000001',X'01000000000000000000000000000000',NULL);
INSERT INTO "journal" VALUES(5,1795309200000,'print_job_created','{"job":"1","ticket":"1","number":"A001","kiosk":"k1","reprint":false,"ahead":0,"createdAt":"2026-11-22T01:00:00.000Z","expiresAt":"2026-11-22T01:10:00.000Z"}',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "journal" VALUES(6,1795309200000,'ticket_issued','{"ticket":"2","number":"B001","service":"plans","numberedIn":"plans","kiosk":"k1","print":"2","stars":0,"keyContact":false,"tier":2,"statutory":null,"language":"zh","issuedAt":"2026-11-22T01:00:00.000Z","countedAt":"2026-11-22T01:00:00.000Z","legBeganAt":"2026-11-22T01:00:00.000Z","waitSeconds":{"p10":0,"p50":0,"p90":0,"method":"rank"},"customerRef":null,"secret":"07000000000000000000000000000000","ahead":1}',7,'kiosk-1',X'00000000000000000000000000000002',X'01000000000000000000000000000000',NULL);
INSERT INTO "journal" VALUES(7,1795309200000,'print_job_created','{"job":"2","ticket":"2","number":"B001","kiosk":"k1","reprint":false,"ahead":1,"createdAt":"2026-11-22T01:00:00.000Z","expiresAt":"2026-11-22T01:10:00.000Z"}',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "journal" VALUES(8,1795309200000,'ticket_called','{"ticket":"1","number":"A001","counter":"1","service":"account","recall":0,"why":{"rule":"head-start","test":"rank","guard":false,"dedicated":false,"preferred":false,"help":false,"headStartSeconds":900,"ageSeconds":0,"outOfTurn":null,"passedCount":0,"passedLongestSeconds":0,"boundSeconds":0,"passed":[]}}',9,'kiosk-1',X'00000000000000000000000000000003',X'01000000000000000000000000000000',NULL);
INSERT INTO "journal" VALUES(9,1795309200000,'print_job_ended','{"job":"1","ticket":"1","number":"A001","kiosk":"k1","outcome":"dropped"}',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "journal" VALUES(10,1795309200000,'service_started','{"ticket":"1","number":"A001","counter":"1"}',10,'kiosk-1',X'00000000000000000000000000000004',X'01000000000000000000000000000000',NULL);
INSERT INTO "journal" VALUES(11,1795309200000,'service_finished','{"ticket":"1","number":"A001","counter":"1","skipRating":null}',12,'kiosk-1',X'00000000000000000000000000000005',X'01000000000000000000000000000000',NULL);
INSERT INTO "journal" VALUES(12,1795309200000,'rating_invited','{"session":"1","token":1,"ticket":"1","number":"A001","counter":"1","windowSeconds":30,"invitedAt":"2026-11-22T01:00:00.000Z","endsAt":"2026-11-22T01:00:30.000Z"}',NULL,NULL,NULL,NULL,X'5259DAA0DAB08940650AB918F6234C04');
CREATE TABLE token (
            id TEXT PRIMARY KEY,
            hash BLOB NOT NULL UNIQUE,
            role TEXT NOT NULL,
            bound TEXT NOT NULL,
            label TEXT NOT NULL,
            created INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
INSERT INTO "token" VALUES('1QlPqqFSPahz',X'DA5B05E5FF48D27C073E8D1DC85839C131359F00B09841CB235D3D932A9DB47F','clerk','5','counter-5',1795870914095);
INSERT INTO "token" VALUES('52aY-_0AOnOK',X'7C8615A862CCA0A69F7F1212A28531523A0A93AF8BB6F223FA70C3E7F4E2CC05','admin','','admin',1795870914095);
INSERT INTO "token" VALUES('BoCePoBJNj6T',X'30EFDE724D3FA0A62A4B064E388E945362D1BB926C7BADB2CD6666A877099C8E','clerk','4','counter-4',1795870914095);
INSERT INTO "token" VALUES('KZbMLMmVEls3',X'FD14E14F1F013E412E0EFF2FB4CD369427A7C1D44586EE5F647F1F4E39AB71E8','duty-manager','','duty-manager',1795870914095);
INSERT INTO "token" VALUES('L7286pqfFNwu',X'3C963C3CFEDE927235BBD02ADE84BCA71F8D3CC114DE26B42C231D090D1E1EE0','clerk','6','counter-6',1795870914095);
INSERT INTO "token" VALUES('MMHQWEVmQzqy',X'11A5A028E21E8FA221F3F2C20E57E975E15F703AF5CEBEB160B1645130092B6B','technician','','technician',1795870914095);
INSERT INTO "token" VALUES('VbjG5-uuryQo',X'7B870160EF551551026701146648975875A941E6183017028B51C41E31EE60D6','usher','','usher',1795870914095);
INSERT INTO "token" VALUES('_RxO_Oe20VQl',X'6C2F53994F143CA78D656B1F9EDD4ED7855EFFDB3C14779B6F406AF0E1FE2D47','clerk','2','counter-2',1795870914095);
INSERT INTO "token" VALUES('bZljkBRQGCQC',X'D556194B9535FD107E034142815E52465EEB2176AADD55BDE25F0243C0C06EF8','clerk','3','counter-3',1795870914095);
INSERT INTO "token" VALUES('d-RAPZt9AJn3',X'202C65EFA35CE225D48F4D385149E48E30C664FA1BFA8155E675A4D830E1CA1F','clerk','1','counter-1',1795870914095);
INSERT INTO "token" VALUES('f9yFrLBRT86E',X'6AC26478675EF0A5ABFAA9ECB1ED2ED969222ECE787FD4033D11C912E9EA83DA','manager','','manager',1795870914095);
INSERT INTO "token" VALUES('jJ3UCJMpaznW',X'C548A5499696B5F5ABA49879B116E16C3AE46A70D756FA0CDDFCC324502E7007','display','','display-1',1795870914095);
INSERT INTO "token" VALUES('pSud5GPIWeba',X'E822D14DC8231079B557E95E525E21F7E442B2E16EAA0E6A25A7B43F3F2E9556','bridge','kiosk 1
counter 1
counter 2
counter 3
counter 4
counter 5
counter 6
','bridge',1795870914095);
INSERT INTO "token" VALUES('z1u8bGYR9evL',X'8AEDDD87FA40E10C89E6308D70D61D0FD1CB3031155D9CEED455ED5E30AA098E','kiosk','1','kiosk-1',1795870914095);
CREATE INDEX journal_rules ON journal (seq) WHERE name IN ('day_opened', 'rules_set');
COMMIT;
