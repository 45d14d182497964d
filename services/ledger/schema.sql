-- The ledger: every table, and the rules on it that no code may get round.
--
-- Amounts are kuruş, instants are UTC text in the order of time, words are those of the domain. Every table is
-- STRICT: SQLite itself refuses a fraction of a kuruş.

-- Which version of these tables this is.
CREATE TABLE schema_version (
    version INTEGER NOT NULL,
    PRIMARY KEY (version)
) STRICT;

-- One merchant at one gateway in one environment, however it is written (`identity`). The keyring knows accounts by number: none is given twice.
CREATE TABLE accounts (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    gateway TEXT NOT NULL,
    environment TEXT NOT NULL,
    merchant TEXT NOT NULL,
    identity TEXT NOT NULL,
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    back_url TEXT NOT NULL,
    cutoff TEXT,
    strict INTEGER NOT NULL,
    retired INTEGER NOT NULL,
    CONSTRAINT gateway_is_known CHECK (gateway IN ('esnekpos', 'param')),
    CONSTRAINT environment_is_known CHECK (environment IN ('demo', 'test', 'live')),
    CONSTRAINT one_account_of_a_merchant UNIQUE (gateway, environment, identity)
) STRICT;

-- Param orders, as the shop entered them; `visible` is the number without what cannot be seen in it.
CREATE TABLE orders (
    id INTEGER NOT NULL,
    account_id INTEGER NOT NULL,
    siparis_id TEXT NOT NULL,
    visible TEXT NOT NULL,
    sold_at TEXT NOT NULL,
    folded TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT one_order_of_a_number UNIQUE (account_id, visible),
    CONSTRAINT one_account_of_an_order UNIQUE (id, account_id),
    FOREIGN KEY(account_id) REFERENCES accounts (id)
) STRICT;

-- Their sellers. A `PYSiparis_GUID` stands in one order of a merchant: its money is counted and locked there.
CREATE TABLE order_lines (
    order_id INTEGER NOT NULL,
    account_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    guid TEXT NOT NULL,
    seller TEXT NOT NULL,
    amount INTEGER NOT NULL,
    payable INTEGER NOT NULL,
    PRIMARY KEY (order_id, position),
    CONSTRAINT guid_is_upper_case CHECK (guid = upper(guid)),
    CONSTRAINT one_line_of_a_guid UNIQUE (account_id, guid),
    FOREIGN KEY(order_id, account_id) REFERENCES orders (id, account_id) ON DELETE CASCADE ON UPDATE CASCADE
) STRICT;

-- What every query answered, as it came.
CREATE TABLE snapshots (
    id INTEGER NOT NULL,
    account_id INTEGER NOT NULL,
    reference TEXT NOT NULL,
    taken_at TEXT NOT NULL,
    body TEXT NOT NULL,
    state TEXT NOT NULL,
    amount INTEGER,
    sold_at TEXT,
    given_back INTEGER NOT NULL,
    pos_title TEXT,
    folded TEXT NOT NULL,
    server_date TEXT,
    PRIMARY KEY (id),
    CONSTRAINT state_is_known CHECK (
        state IN ('paid', 'voided', 'partly refunded', 'refunded', 'declined', 'waiting', 'unclear')
    ),
    FOREIGN KEY(account_id) REFERENCES accounts (id)
) STRICT;
CREATE INDEX snapshots_of_a_payment ON snapshots (account_id, reference, id);
CREATE TRIGGER snapshots_stand BEFORE UPDATE ON snapshots
    BEGIN SELECT RAISE(ABORT, 'an answer is not rewritten'); END;
CREATE TRIGGER snapshots_are_found_again AFTER INSERT ON snapshots
    BEGIN
        INSERT INTO payments (
            account_id, reference, snapshot_id, moment, sold_at, taken_at, state, amount, given_back, pos_title,
            folded
        )
        VALUES (
            NEW.account_id, NEW.reference, NEW.id, coalesce(NEW.sold_at, NEW.taken_at), NEW.sold_at,
            NEW.taken_at, NEW.state, NEW.amount, NEW.given_back, NEW.pos_title, NEW.folded
        )
        ON CONFLICT (account_id, reference) DO UPDATE SET
            snapshot_id = excluded.snapshot_id, moment = excluded.moment, sold_at = excluded.sold_at,
            taken_at = excluded.taken_at, state = excluded.state, amount = excluded.amount,
            given_back = excluded.given_back, pos_title = excluded.pos_title, folded = excluded.folded
        WHERE excluded.snapshot_id > payments.snapshot_id;
    END;

-- What the last answer says of each payment: narrow, to be searched. `moment` is when it was sold, or answered
-- where that is not known.
CREATE TABLE payments (
    account_id INTEGER NOT NULL,
    reference TEXT NOT NULL,
    snapshot_id INTEGER NOT NULL,
    moment TEXT NOT NULL,
    sold_at TEXT,
    taken_at TEXT NOT NULL,
    state TEXT NOT NULL,
    amount INTEGER,
    given_back INTEGER NOT NULL,
    pos_title TEXT,
    folded TEXT NOT NULL,
    PRIMARY KEY (account_id, reference),
    FOREIGN KEY(account_id) REFERENCES accounts (id),
    UNIQUE (snapshot_id),
    FOREIGN KEY(snapshot_id) REFERENCES snapshots (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX payments_by_moment ON payments (moment, snapshot_id);
CREATE INDEX payments_by_amount ON payments (amount);

-- Who works here. A name is never changed and nobody deleted: the journal and the audit log speak of them.
-- Wrong PINs are counted here, so that starting the program again forgives none.
CREATE TABLE operators (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    role TEXT NOT NULL,
    pin TEXT NOT NULL,
    per_reversal INTEGER,
    per_day INTEGER,
    active INTEGER NOT NULL,
    failed INTEGER NOT NULL,
    locked_until TEXT,
    CONSTRAINT role_is_known CHECK (role IN ('cashier', 'manager', 'owner')),
    CONSTRAINT number_is_a_persons CHECK (id > 0),
    CONSTRAINT limits_are_amounts CHECK (per_reversal >= 0 AND per_day >= 0),
    CONSTRAINT one_operator_of_a_name UNIQUE (folded)
) STRICT;
CREATE TRIGGER operators_keep_their_names BEFORE UPDATE OF id, name, folded ON operators
    BEGIN SELECT RAISE(ABORT, 'an operator keeps number and name'); END;
CREATE TRIGGER operators_stay BEFORE DELETE ON operators
    BEGIN SELECT RAISE(ABORT, 'an operator is never deleted'); END;

-- A second person's yes to exact requests; `batch` is what used it up, once and for good.
CREATE TABLE approvals (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    digest TEXT NOT NULL,
    approver INTEGER NOT NULL,
    approver_name TEXT NOT NULL,
    given_at TEXT NOT NULL,
    asker INTEGER NOT NULL,
    ground TEXT NOT NULL,
    batch TEXT,
    FOREIGN KEY(approver) REFERENCES operators (id)
) STRICT;
CREATE INDEX approvals_of_an_approver ON approvals (approver, given_at);
CREATE TRIGGER approvals_start_unused BEFORE INSERT ON approvals WHEN NEW.batch IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'an approval starts unused'); END;
CREATE TRIGGER approvals_are_used_once BEFORE UPDATE ON approvals
    WHEN OLD.batch IS NOT NULL OR NEW.batch IS NULL OR NEW.id <> OLD.id OR NEW.digest <> OLD.digest
        OR NEW.approver <> OLD.approver OR NEW.approver_name <> OLD.approver_name
        OR NEW.given_at <> OLD.given_at OR NEW.asker <> OLD.asker OR NEW.ground <> OLD.ground
    BEGIN SELECT RAISE(ABORT, 'an approval is used once'); END;
CREATE TRIGGER approvals_stay BEFORE DELETE ON approvals
    BEGIN SELECT RAISE(ABORT, 'an approval is never deleted'); END;

-- Wishes left for somebody else to approve.
CREATE TABLE petitions (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    gateway TEXT NOT NULL,
    environment TEXT NOT NULL,
    merchant TEXT NOT NULL,
    reference TEXT NOT NULL,
    account_id INTEGER NOT NULL,
    requests TEXT NOT NULL,
    digest TEXT NOT NULL,
    amount INTEGER NOT NULL,
    late INTEGER NOT NULL,
    sale_day TEXT NOT NULL,
    seen TEXT NOT NULL,
    literal_rule INTEGER NOT NULL,
    reason TEXT NOT NULL,
    asker INTEGER NOT NULL,
    asker_name TEXT NOT NULL,
    asked_at TEXT NOT NULL,
    state TEXT NOT NULL,
    approval INTEGER,
    decided_by TEXT NOT NULL,
    decided_at TEXT,
    said TEXT NOT NULL,
    CONSTRAINT gateway_is_known CHECK (gateway IN ('esnekpos', 'param')),
    CONSTRAINT environment_is_known CHECK (environment IN ('demo', 'test', 'live')),
    CONSTRAINT state_is_known CHECK (state IN ('waiting', 'approved', 'declined', 'dropped', 'sent')),
    CONSTRAINT amount_is_positive CHECK (amount > 0),
    CONSTRAINT approved_has_its_approval CHECK (state <> 'approved' OR approval IS NOT NULL),
    FOREIGN KEY(account_id) REFERENCES accounts (id),
    FOREIGN KEY(asker) REFERENCES operators (id),
    FOREIGN KEY(approval) REFERENCES approvals (id)
) STRICT;
CREATE UNIQUE INDEX one_open_petition_of_an_order ON petitions (gateway, environment, merchant, reference)
    WHERE state IN ('waiting', 'approved');
CREATE TRIGGER petitions_start_waiting BEFORE INSERT ON petitions
    WHEN NEW.state <> 'waiting' OR NEW.approval IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'a petition starts waiting'); END;
CREATE TRIGGER petitions_keep_what_was_asked BEFORE UPDATE OF
        id, gateway, environment, merchant, reference, account_id, requests, digest, amount, late, sale_day, seen,
        literal_rule, reason, asker, asker_name, asked_at
    ON petitions
    BEGIN SELECT RAISE(ABORT, 'what was asked for never changes'); END;
CREATE TRIGGER petitions_end_once BEFORE UPDATE ON petitions
    WHEN OLD.state IN ('dropped', 'sent') OR (OLD.state = 'declined' AND NEW.state <> 'dropped')
    BEGIN SELECT RAISE(ABORT, 'a petition ends once'); END;
CREATE TRIGGER petitions_stay BEFORE DELETE ON petitions
    BEGIN SELECT RAISE(ABORT, 'a petition is never deleted'); END;

-- The money journal. The lock is on gateway, environment, merchant and reference; then what is sent exactly; why,
-- by whom, and what was seen; and from `state` on, where it stands.
CREATE TABLE intents (
    id INTEGER NOT NULL,
    gateway TEXT NOT NULL,
    environment TEXT NOT NULL,
    merchant TEXT NOT NULL,
    reference TEXT NOT NULL,
    request TEXT NOT NULL,
    request_line TEXT,
    everything INTEGER NOT NULL,
    payable INTEGER,
    verb TEXT NOT NULL,
    amount INTEGER NOT NULL,
    account_id INTEGER NOT NULL,
    batch TEXT NOT NULL,
    position INTEGER NOT NULL,
    sold INTEGER NOT NULL,
    returned_there INTEGER NOT NULL,
    seen_snapshot INTEGER,
    reason TEXT NOT NULL,
    operator TEXT NOT NULL,
    operator_id INTEGER NOT NULL,
    approval INTEGER,
    till TEXT NOT NULL,
    process TEXT NOT NULL,
    folded TEXT NOT NULL,
    state TEXT NOT NULL,
    armed_at TEXT NOT NULL,
    sent_at TEXT,
    settled_at TEXT,
    settled_by TEXT,
    code TEXT,
    text TEXT,
    absence_settles INTEGER,
    evidence TEXT,
    settled_snapshot INTEGER,
    confirmation TEXT,
    confirmed_at TEXT,
    person TEXT,
    person_reason TEXT,
    panel_reference TEXT,
    approver TEXT,
    server_date TEXT,
    PRIMARY KEY (id),
    CONSTRAINT gateway_is_known CHECK (gateway IN ('esnekpos', 'param')),
    CONSTRAINT environment_is_known CHECK (environment IN ('demo', 'test', 'live')),
    CONSTRAINT verb_is_known CHECK (verb IN ('void', 'refund')),
    CONSTRAINT state_is_known CHECK (state IN ('armed', 'sent', 'done', 'refused', 'not_sent', 'unknown')),
    CONSTRAINT settled_by_is_known CHECK (settled_by IN ('answer', 'transport', 'query', 'restart', 'person')),
    CONSTRAINT confirmation_is_known CHECK (confirmation IN ('not offered', 'pending', 'seen')),
    CONSTRAINT request_is_whole CHECK (
        (request = 'void' AND request_line IS NULL AND payable IS NULL AND verb = 'void' AND NOT everything)
        OR (request = 'return' AND request_line IS NOT NULL AND payable >= 0)
    ),
    CONSTRAINT amount_is_positive CHECK (amount > 0),
    CONSTRAINT sent_has_its_instant CHECK (state IN ('armed', 'not_sent') OR sent_at IS NOT NULL),
    CONSTRAINT outcome_is_whole CHECK (
        (state IN ('armed', 'sent')) = (settled_at IS NULL)
        AND (settled_at IS NULL) = (settled_by IS NULL)
        AND (settled_at IS NULL) = (absence_settles IS NULL)
        AND (settled_at IS NULL) = (evidence IS NULL)
    ),
    CONSTRAINT only_done_is_confirmed CHECK (confirmation IS NULL OR state = 'done'),
    CONSTRAINT seen_has_its_instant CHECK ((confirmation IS 'seen') OR confirmed_at IS NULL),
    CONSTRAINT testimony_is_whole CHECK (
        (settled_by IS 'person') = (person IS NOT NULL)
        AND (person IS NULL) = (person_reason IS NULL)
        AND (person IS NULL) = (panel_reference IS NULL)
        AND (person IS NULL OR state IN ('done', 'refused'))
        AND (approver IS NULL OR (person IS NOT NULL AND approver <> person))
    ),
    FOREIGN KEY(account_id) REFERENCES accounts (id),
    FOREIGN KEY(seen_snapshot) REFERENCES snapshots (id),
    FOREIGN KEY(approval) REFERENCES approvals (id),
    FOREIGN KEY(settled_snapshot) REFERENCES snapshots (id)
) STRICT;
CREATE INDEX intents_of_an_account ON intents (account_id);
CREATE INDEX intents_of_an_operator ON intents (operator_id, armed_at);
CREATE INDEX intents_of_an_approval ON intents (approval) WHERE approval IS NOT NULL;
CREATE INDEX intents_of_an_order ON intents (gateway, environment, merchant, reference);
CREATE INDEX unconfirmed_intents ON intents (id) WHERE confirmation = 'pending';
CREATE INDEX intents_refused_by_query ON intents (settled_at) WHERE state = 'refused' AND settled_by = 'query';
CREATE TRIGGER intents_start_armed BEFORE INSERT ON intents
    WHEN NEW.state <> 'armed' OR NEW.sent_at IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'an intent starts armed'); END;
CREATE TRIGGER intents_take_known_steps BEFORE UPDATE OF state ON intents
    WHEN NEW.state <> OLD.state AND OLD.state || ' ' || NEW.state NOT IN (
        'armed sent', 'armed not_sent',
        'sent done', 'sent refused', 'sent not_sent', 'sent unknown',
        'unknown done', 'unknown refused',
        'done unknown',
        'refused unknown'
    )
    BEGIN SELECT RAISE(ABORT, 'an intent has no such step'); END;
CREATE TRIGGER intents_are_settled_by_a_person_when_unknown BEFORE UPDATE OF state ON intents
    WHEN NEW.settled_by IS 'person' AND OLD.state <> 'unknown'
    BEGIN SELECT RAISE(ABORT, 'a person settles what is unknown, and nothing else'); END;
CREATE TRIGGER intents_keep_what_was_asked BEFORE UPDATE OF
        id, gateway, environment, merchant, reference, request, request_line, everything, payable, verb, amount,
        account_id, batch, position, sold, returned_there, seen_snapshot, reason, operator, operator_id, approval,
        till, process, folded, armed_at
    ON intents
    BEGIN SELECT RAISE(ABORT, 'what was asked never changes'); END;
CREATE TRIGGER intents_keep_when_they_were_sent BEFORE UPDATE OF sent_at ON intents
    WHEN NEW.sent_at IS NOT OLD.sent_at AND NOT (OLD.state = 'armed' AND NEW.state = 'sent')
    BEGIN SELECT RAISE(ABORT, 'an intent is sent once'); END;
CREATE TRIGGER intents_stay BEFORE DELETE ON intents
    BEGIN SELECT RAISE(ABORT, 'an intent is never deleted'); END;
CREATE TRIGGER intents_hold_their_locks AFTER UPDATE OF state ON intents
    BEGIN
        UPDATE intent_locks SET held = NEW.state IN ('armed', 'sent', 'unknown') WHERE intent_id = NEW.id;
    END;
CREATE TRIGGER intents_are_sent_under_a_lock BEFORE UPDATE OF state ON intents
    WHEN OLD.state = 'armed' AND NEW.state = 'sent' AND NOT EXISTS (
        SELECT 1 FROM intent_locks WHERE intent_id = OLD.id AND kind = 'order' AND held
    )
    BEGIN SELECT RAISE(ABORT, 'an intent is sent under its lock'); END;
CREATE TRIGGER intents_tell_they_were_armed AFTER INSERT ON intents
    BEGIN
        INSERT INTO events (intent_id, at, state, evidence) VALUES (NEW.id, NEW.armed_at, NEW.state, '');
    END;
CREATE TRIGGER intents_tell_they_were_seen AFTER UPDATE OF confirmation ON intents
    WHEN NEW.state = OLD.state
    BEGIN
        INSERT INTO events (intent_id, at, state, by, evidence, snapshot, confirmation)
        VALUES (NEW.id, NEW.confirmed_at, NEW.state, 'query', '', NEW.settled_snapshot, NEW.confirmation);
    END;
CREATE TRIGGER intents_keep_how_they_ended BEFORE UPDATE ON intents
    WHEN NEW.state = OLD.state AND NOT (
        OLD.confirmation IS 'pending' AND NEW.confirmation IS 'seen' AND NEW.settled_at IS OLD.settled_at
        AND NEW.settled_by IS OLD.settled_by AND NEW.code IS OLD.code AND NEW.text IS OLD.text
        AND NEW.absence_settles IS OLD.absence_settles AND NEW.evidence IS OLD.evidence
        AND NEW.person IS OLD.person AND NEW.person_reason IS OLD.person_reason
        AND NEW.panel_reference IS OLD.panel_reference AND NEW.approver IS OLD.approver
        AND NEW.server_date IS OLD.server_date
    )
    BEGIN SELECT RAISE(ABORT, 'an outcome is not rewritten'); END;
CREATE TRIGGER intents_tell_every_step AFTER UPDATE OF state ON intents WHEN NEW.state <> OLD.state
    BEGIN
        INSERT INTO events (
            intent_id, at, state, by, code, text, evidence, snapshot, confirmation, person, person_reason,
            panel_reference, approver, server_date
        )
        VALUES (
            NEW.id, CASE NEW.state WHEN 'sent' THEN NEW.sent_at ELSE NEW.settled_at END, NEW.state,
            NEW.settled_by, NEW.code, NEW.text, coalesce(NEW.evidence, ''), NEW.settled_snapshot,
            NEW.confirmation, NEW.person, NEW.person_reason, NEW.panel_reference, NEW.approver,
            NEW.server_date
        );
    END;

-- What an intent locks while it has no certain end: its order, and at Param every line that its money is of. One
-- intent at a time may hold a key. The rows stay, so that all that was ever asked of a line is found by it.
CREATE TABLE intent_locks (
    intent_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    held INTEGER NOT NULL,
    PRIMARY KEY (intent_id, kind, key),
    CONSTRAINT kind_is_known CHECK (kind IN ('order', 'line')),
    FOREIGN KEY(intent_id) REFERENCES intents (id)
) STRICT;
CREATE UNIQUE INDEX one_holder_of_a_lock ON intent_locks (kind, key) WHERE held;
CREATE INDEX intents_of_a_lock ON intent_locks (kind, key);
CREATE TRIGGER intent_locks_start_held BEFORE INSERT ON intent_locks
    WHEN NOT NEW.held OR (SELECT state FROM intents WHERE id = NEW.intent_id) <> 'armed'
    BEGIN SELECT RAISE(ABORT, 'a lock is taken when its intent is armed'); END;
CREATE TRIGGER intent_locks_go_with_their_intent BEFORE UPDATE ON intent_locks
    WHEN NEW.intent_id <> OLD.intent_id OR NEW.kind <> OLD.kind OR NEW.key <> OLD.key
        OR NEW.held <> (SELECT state IN ('armed', 'sent', 'unknown') FROM intents WHERE id = NEW.intent_id)
    BEGIN SELECT RAISE(ABORT, 'a lock goes with its intent'); END;
CREATE TRIGGER intent_locks_stay BEFORE DELETE ON intent_locks
    BEGIN SELECT RAISE(ABORT, 'a lock is never deleted'); END;

-- Every step of every intent, written in the transaction of the step.
CREATE TABLE events (
    id INTEGER NOT NULL,
    intent_id INTEGER NOT NULL,
    at TEXT NOT NULL,
    state TEXT NOT NULL,
    "by" TEXT,
    code TEXT,
    text TEXT,
    evidence TEXT NOT NULL,
    snapshot INTEGER,
    confirmation TEXT,
    person TEXT,
    person_reason TEXT,
    panel_reference TEXT,
    approver TEXT,
    server_date TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(intent_id) REFERENCES intents (id),
    FOREIGN KEY(snapshot) REFERENCES snapshots (id)
) STRICT;
CREATE INDEX events_of_an_intent ON events (intent_id);
CREATE INDEX events_by_time ON events (at);
CREATE TRIGGER events_stand BEFORE UPDATE ON events
    BEGIN SELECT RAISE(ABORT, 'what happened is not rewritten'); END;
CREATE TRIGGER events_stay BEFORE DELETE ON events
    BEGIN SELECT RAISE(ABORT, 'what happened is never deleted'); END;

-- The looks on which an end rests that no single look proves: when each began and ended, what it found, and the
-- answer it found it in.
CREATE TABLE looks (
    id INTEGER NOT NULL,
    intent_id INTEGER NOT NULL,
    begun_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    finding TEXT NOT NULL,
    snapshot_id INTEGER NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT finding_is_known CHECK (
        finding IN (
            'exactly one new movement gave the money back', 'a new movement says it failed', 'nothing is new',
            'it can be read in more than one way'
        )
    ),
    FOREIGN KEY(intent_id) REFERENCES intents (id),
    FOREIGN KEY(snapshot_id) REFERENCES snapshots (id)
) STRICT;
CREATE INDEX looks_of_an_intent ON looks (intent_id);
CREATE TRIGGER looks_stand BEFORE UPDATE ON looks
    BEGIN SELECT RAISE(ABORT, 'what a look found is not rewritten'); END;
CREATE TRIGGER looks_stay BEFORE DELETE ON looks
    BEGIN SELECT RAISE(ABORT, 'what a look found is never deleted'); END;

-- Who did what, each row chained to the one before it by a keyed hash.
CREATE TABLE audit (
    seq INTEGER NOT NULL,
    segment INTEGER NOT NULL,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    what TEXT NOT NULL,
    subject TEXT NOT NULL,
    result TEXT NOT NULL,
    about TEXT NOT NULL,
    state TEXT NOT NULL,
    mac TEXT NOT NULL,
    PRIMARY KEY (seq)
) STRICT;
CREATE INDEX audit_about ON audit (about, seq) WHERE about <> '';
CREATE TRIGGER audit_has_no_gap BEFORE INSERT ON audit
    WHEN NEW.seq <> 1 + (SELECT coalesce(max(seq), 0) FROM audit)
    BEGIN SELECT RAISE(ABORT, 'the audit log has no gap'); END;
CREATE TRIGGER audit_stands BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit log is not rewritten'); END;
CREATE TRIGGER audit_stays BEFORE DELETE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit log is never deleted'); END;

-- What happened while the audit log's key was not at hand; it joins the log when the key is.
CREATE TABLE audit_waiting (
    id INTEGER NOT NULL,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    what TEXT NOT NULL,
    subject TEXT NOT NULL,
    result TEXT NOT NULL,
    about TEXT NOT NULL,
    state TEXT NOT NULL,
    PRIMARY KEY (id)
) STRICT;

-- What the shop has chosen; the ledger's own name, by which a keyring knows it; and its instance, which no copy
-- of it shares: the keyring names the one that moves money.
CREATE TABLE settings (
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (name)
) STRICT;

-- Every slip that was made, counted from 1 for one confirmation and how it had ended by then.
CREATE TABLE slips (
    id INTEGER NOT NULL,
    intent_id INTEGER NOT NULL,
    batch TEXT NOT NULL,
    outcome TEXT NOT NULL,
    number INTEGER NOT NULL,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    form TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT form_is_known CHECK (form IN ('print', 'pdf')),
    CONSTRAINT one_slip_of_a_number UNIQUE (batch, outcome, number),
    FOREIGN KEY(intent_id) REFERENCES intents (id)
) STRICT;
CREATE TRIGGER slips_are_counted_without_a_gap BEFORE INSERT ON slips
    WHEN NEW.number <> 1 + (
        SELECT coalesce(max(number), 0) FROM slips WHERE batch = NEW.batch AND outcome = NEW.outcome
    )
    BEGIN SELECT RAISE(ABORT, 'slips are counted without a gap'); END;
CREATE TRIGGER slips_stand BEFORE UPDATE ON slips
    BEGIN SELECT RAISE(ABORT, 'a slip that was made is not rewritten'); END;
CREATE TRIGGER slips_stay BEFORE DELETE ON slips
    BEGIN SELECT RAISE(ABORT, 'a slip that was made is never forgotten'); END;

-- Every business day that was closed, counted from 1, with its sheet as it stood then.
CREATE TABLE day_ends (
    number INTEGER NOT NULL,
    day TEXT NOT NULL,
    at TEXT NOT NULL,
    "by" TEXT NOT NULL,
    code TEXT NOT NULL,
    last_event INTEGER NOT NULL,
    sheet TEXT NOT NULL,
    PRIMARY KEY (number),
    CONSTRAINT one_end_of_a_day UNIQUE (day)
) STRICT;
CREATE TRIGGER day_ends_are_counted_without_a_gap BEFORE INSERT ON day_ends
    WHEN NEW.number <> 1 + (SELECT coalesce(max(number), 0) FROM day_ends)
    BEGIN SELECT RAISE(ABORT, 'day ends are counted without a gap'); END;
CREATE TRIGGER day_ends_stand BEFORE UPDATE ON day_ends
    BEGIN SELECT RAISE(ABORT, 'a day that was closed is not rewritten'); END;
CREATE TRIGGER day_ends_stay BEFORE DELETE ON day_ends
    BEGIN SELECT RAISE(ABORT, 'a day that was closed is never forgotten'); END;

-- The papers of closed days, byte for byte as they were first made.
CREATE TABLE day_end_papers (
    number INTEGER NOT NULL,
    form TEXT NOT NULL,
    pdf BLOB NOT NULL,
    PRIMARY KEY (number, form),
    FOREIGN KEY(number) REFERENCES day_ends (number)
) STRICT;
CREATE TRIGGER day_end_papers_stand BEFORE UPDATE ON day_end_papers
    BEGIN SELECT RAISE(ABORT, 'a paper of a closed day is not rewritten'); END;
CREATE TRIGGER day_end_papers_stay BEFORE DELETE ON day_end_papers
    BEGIN SELECT RAISE(ABORT, 'a paper of a closed day is never forgotten'); END;

INSERT INTO schema_version (version) VALUES (1);
INSERT INTO settings (name, value) VALUES ('ledger', lower(hex(randomblob(16))));
INSERT INTO settings (name, value) VALUES ('instance', lower(hex(randomblob(16))));
