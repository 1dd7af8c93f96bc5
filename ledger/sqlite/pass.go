package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"parley"
	"parley/ledger"
)

// The statements of Commit.
const (
	loggedVersion = `SELECT d.name, v.slot, v.live, v.hash, v.title, v.outlet, v.published, b.text
		FROM versions v JOIN documents d ON d.id = v.document JOIN bodies b ON b.seq = v.seq WHERE v.seq = ?`
	entriesOf   = `SELECT slot, pass FROM entries WHERE seq = ?`
	deleteEntry = `DELETE FROM entries WHERE slot = ?`
	insertEntry = `INSERT INTO entries (slot, seq, live, pass, pass_version, id, start, "end", reader, version, confidence,
		who, unresolved, speakers, whom, toward, role, standing, act, channel, relay, said, what, context, body)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
	indexEntry   = `INSERT INTO entry_index (rowid, who, what, keys) VALUES (?, ?, ?, ?)`
	unindexEntry = `DELETE FROM entry_index WHERE rowid = ?`
	moveCursor   = `INSERT INTO cursors (pass, version, seq) VALUES (?, ?, ?) ON CONFLICT (pass) DO UPDATE SET
		seq = CASE WHEN version = excluded.version THEN max(seq, excluded.seq) ELSE excluded.seq END,
		version = excluded.version`
	solveFailure = `UPDATE failures SET solved = 1 WHERE input = ? AND stage = ? AND solved = 0`
	addFailure   = `INSERT INTO failures (input, stage, reason, message, first, last, count, solved)
		VALUES (?, ?, ?, ?, ?, ?, 1, 0) ON CONFLICT (input, stage) DO UPDATE SET reason = excluded.reason,
		message = excluded.message, last = max(last, excluded.last), count = count + 1, solved = 0`
)

// writes are all statements that are prepared on the writing connection.
var writes = []string{
	findDocument, nameTaken, insertDocument, sameContent, lastOfMinute, retireVersion, retireEntries, insertVersion,
	insertBody, indexText, unindexText, solveBySource, addCount,
	loggedVersion, entriesOf, deleteEntry, insertEntry, insertDay, deleteDays, indexEntry, unindexEntry, moveCursor, solveFailure, addFailure,
	saveFeed, findName, insertName, indexName,
}

// maxMessage is how much of an error's text a failure keeps, in bytes.
const maxMessage = 2000

// Pending returns up to limit document versions after the pass's cursor.
func (l *Ledger) Pending(ctx context.Context, pass ledger.Pass, limit int) ([]ledger.Logged, error) {
	var out []ledger.Logged
	err := l.view(ctx, func(t *sql.Tx) error {
		var after int64
		err := t.QueryRowContext(ctx, `SELECT coalesce(max(seq), 0) FROM cursors WHERE pass = ? AND version = ?`,
			pass.Name, pass.Version).Scan(&after)
		if err != nil {
			return err
		}
		out, err = versions(ctx, t, `v.seq > ? ORDER BY v.seq LIMIT ?`, after, max(limit, 0))
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("pending of pass %s %s: %w", pass.Name, pass.Version, err)
	}
	return out, nil
}

// Commit stores what a pass made of logged document versions. A reading that is
// not valid, or not one of the stored text, is not stored: it becomes a failure
// like a result that brings an error, and the cursor moves on. A failed
// version keeps no entries of the pass's earlier versions, so that every entry
// is what the pass makes of the text now.
func (l *Ledger) Commit(ctx context.Context, pass ledger.Pass, done []ledger.Result) error {
	if len(done) == 0 {
		return nil
	}
	c := commit{pass: pass, now: time.Now(), tally: tally{}}
	err := l.change(ctx, func(ctx context.Context, t *tx) error {
		for _, r := range lastOfEach(done) {
			if err := c.take(ctx, t, r); err != nil {
				return fmt.Errorf("log number %d: %w", r.Logged.Seq, err)
			}
			c.last = max(c.last, r.Logged.Seq)
		}
		return c.store(ctx, t)
	})
	if err != nil {
		return fmt.Errorf("commit %d results of pass %s %s: %w", len(done), pass.Name, pass.Version, err)
	}
	return nil
}

// lastOfEach leaves of several results for one version the last.
func lastOfEach(done []ledger.Result) []ledger.Result {
	at := map[int64]int{}
	var out []ledger.Result
	for _, r := range done {
		if i, ok := at[r.Logged.Seq]; ok {
			out[i] = r
			continue
		}
		at[r.Logged.Seq] = len(out)
		out = append(out, r)
	}
	return out
}

// commit is the state of one Commit. Rows are gathered and written at its end
// in the order of their slots, which is the cheapest for the trees of the file.
type commit struct {
	pass  ledger.Pass
	now   time.Time
	last  int64
	old   []int64 // slots of entries to be replaced
	rows  []row
	tally tally
}

// stored is a document version as Commit needs it.
type stored struct {
	seq, slot int64
	live      bool
	doc       parley.Document
}

// take gathers what becomes of one result.
func (c *commit) take(ctx context.Context, t *tx, r ledger.Result) error {
	v, damage, err := load(ctx, t, r.Logged.Seq)
	if err != nil {
		return err
	}
	used, err := c.replace(ctx, t, v)
	if err != nil {
		return err
	}
	rows, problem := v.rows(&r.Reading, used)
	if problem = cmp.Or(damage, r.Err, problem); problem != nil {
		return t.exec(ctx, addFailure, failureArgs(ledger.Failure{Input: v.doc.ID, Stage: c.pass.Name,
			Reason: parley.Reason(problem), Message: problem.Error(), Last: c.now})...)
	}
	for _, x := range rows {
		if x.live {
			c.tally[x.kind]++
		}
	}
	c.rows = append(c.rows, rows...)
	return t.exec(ctx, solveFailure, v.doc.ID, c.pass.Name)
}

// load reads a version by its log number, and says whether its text is damaged.
func load(ctx context.Context, t *tx, seq int64) (v stored, damage, err error) {
	v.seq = seq
	var hash string
	d := &v.doc
	err = t.row(ctx, loggedVersion, seq).Scan(&d.ID, &v.slot, &v.live, &hash, &d.Title, &d.Outlet, &d.Published, &d.Text)
	if errors.Is(err, sql.ErrNoRows) {
		err = parley.ErrNotFound
	}
	if err == nil && contentHash(d) != hash {
		damage = fmt.Errorf("%w: the stored text does not match its hash", parley.ErrDamaged)
	}
	return v, damage, err
}

// replace marks the version's entries of this pass for removal, and returns
// how many entry numbers of each kind the other passes have used up.
func (c *commit) replace(ctx context.Context, t *tx, v stored) (map[parley.Kind]int, error) {
	used := map[parley.Kind]int{}
	var slot int64
	var pass string
	err := t.each(ctx, entriesOf, []any{v.seq}, []any{&slot, &pass}, func() {
		kind := kindOf(slot)
		if pass != c.pass.Name {
			number := perVersion - 1 - int(slot%perVersion)
			used[kind] = max(used[kind], number+1)
			return
		}
		c.old = append(c.old, slot)
		if v.live {
			c.tally[kind]--
		}
	})
	return used, err
}

// store writes everything that was gathered, and moves the cursor.
func (c *commit) store(ctx context.Context, t *tx) error {
	slices.Sort(c.old)
	for _, slot := range c.old {
		if err := errors.Join(t.exec(ctx, deleteEntry, slot), t.exec(ctx, deleteDays, slot)); err != nil {
			return err
		}
	}
	if err := unindexEntries(ctx, t, c.old); err != nil {
		return err
	}
	slices.SortFunc(c.rows, func(a, b row) int { return cmp.Compare(a.slot, b.slot) })
	for i := range c.rows {
		args, err := c.rows[i].args(c.pass)
		if err == nil {
			err = t.exec(ctx, insertEntry, args...)
		}
		if err == nil {
			err = keepDays(ctx, t, &c.rows[i])
		}
		if err != nil {
			return fmt.Errorf("%s %q: %w", c.rows[i].kind, c.rows[i].id, err)
		}
	}
	for i := range c.rows {
		if err := index(ctx, t, &c.rows[i]); err != nil {
			return err
		}
	}
	if err := c.tally.store(ctx, t); err != nil {
		return err
	}
	return t.exec(ctx, moveCursor, c.pass.Name, c.pass.Version, c.last)
}

// index makes an entry of a newest version known to full-text search.
func index(ctx context.Context, t *tx, r *row) error {
	if !r.live {
		return nil
	}
	outlet, err := t.name(ctx, sortOutlet, r.outlet)
	if err != nil {
		return err
	}
	keys := []string{key(sortOutlet, outlet)}
	for _, x := range []struct {
		field string
		names []string
	}{{sortWho, []string{r.who}}, {keySpeaker, r.speakers}, {keyToward, r.toward}} {
		for _, name := range x.names {
			if name == "" {
				continue
			}
			id, err := t.name(ctx, sortWho, name)
			if err != nil {
				return err
			}
			keys = append(keys, key(x.field, id))
		}
	}
	return t.exec(ctx, indexEntry, r.slot, r.who, r.what, strings.Join(keys, " "))
}

// unindexEntries takes entries out of the full-text index. Slots that are not
// in it do no harm.
func unindexEntries(ctx context.Context, t *tx, slots []int64) error {
	slices.Sort(slots)
	for _, slot := range slots {
		if err := t.exec(ctx, unindexEntry, slot); err != nil {
			return err
		}
	}
	return nil
}

// Fail records that an input could not be taken or read. Without times of its
// own the failure is of now.
func (l *Ledger) Fail(ctx context.Context, f ledger.Failure) error {
	if f.Last.IsZero() {
		f.Last = time.Now()
	}
	err := l.change(ctx, func(ctx context.Context, t *tx) error {
		return t.exec(ctx, addFailure, failureArgs(f)...)
	})
	if err != nil {
		return fmt.Errorf("record failure of %q: %w", f.Input, err)
	}
	return nil
}

// failureArgs returns the arguments of addFailure.
func failureArgs(f ledger.Failure) []any {
	if f.First.IsZero() {
		f.First = f.Last
	}
	message := cleaned(f.Message)
	if len(message) > maxMessage {
		message = cleaned(message[:maxMessage]) + " …"
	}
	return []any{cleaned(f.Input), f.Stage, f.Reason, message, stamp(f.First), stamp(f.Last)}
}
