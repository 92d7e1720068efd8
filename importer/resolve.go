package importer

import (
	"bytes"
	"context"
	"slices"

	"regulars/importer/clean"
	"regulars/importer/mapping"
	"regulars/importer/match"
	"regulars/store/crm"
)

const sensitiveReason = mapping.Sensitive

// resolver decides how each row ends: who is known already, which company is whose employer, what would be written.
type resolver struct {
	plan      *Plan
	rows      []Row
	tidied    []tidied
	traits    []match.Traits
	records   []record
	index     *match.Index
	companies map[string]int // company key → number of the record
	byID      map[crm.ID]int
	drafts    []draft
	rowsOf    []crm.RowOf
	employers int
	differ    crm.Differ
}

// record is somebody known: in the store, in the trash, or from an earlier row of the file. The numbers of records and of the entries of the
// index are the same.
type record struct {
	contact *crm.Contact // not to be changed: drafts share it
	row     int          // of the file, 0 = from the store
	trash   bool
}

// draft is a crm.Draft that shares its records with the rest of the plan.
type draft struct {
	row               int
	record, base      *crm.Contact // base nil = new
	employer, restore bool
	reason            string
}

// value is the draft as it leaves the plan.
func (d *draft) value() crm.Draft {
	out := crm.Draft{Row: d.row, Record: *d.record, New: d.base == nil, Employer: d.employer, Restore: d.restore, Reason: d.reason}
	if d.base != nil {
		base := *d.base
		out.Base = &base
	}
	return out
}

func newResolver(p *Plan, rows []tidied) *resolver {
	return &resolver{plan: p, tidied: rows, rows: make([]Row, len(rows)), traits: make([]match.Traits, len(rows)), companies: map[string]int{}, byID: map[crm.ID]int{}, differ: crm.NewDiffer()}
}

// learn takes in who is known before the first row.
func (r *resolver) learn(ctx context.Context, existing []crm.Contact) error {
	known := make([]match.Traits, len(existing))
	err := inChunks(ctx, len(existing), func(float64) {}, func(from, to int) {
		for i := from; i < to; i++ {
			known[i] = match.TraitsOf(&existing[i])
		}
	})
	if err != nil {
		return err
	}
	r.index = match.NewIndex(len(existing) + len(r.tidied))
	r.records = make([]record, 0, len(existing)+len(r.tidied)*5/4)
	r.drafts = make([]draft, 0, len(r.tidied)*5/4)
	for i := range existing {
		r.add(record{contact: &existing[i]}, known[i])
	}
	for i := range r.plan.set.Trash {
		c := &r.plan.set.Trash[i]
		r.add(record{contact: c, trash: true}, match.TraitsOf(c))
	}
	return inChunks(ctx, len(r.tidied), r.plan.part(0.6, 0.75), func(from, to int) {
		for i := from; i < to; i++ {
			r.traits[i] = match.TraitsOf(&r.tidied[i].contact)
		}
	})
}

// add makes a record known.
func (r *resolver) add(rec record, t match.Traits) int {
	at := r.index.AddTraits(t)
	r.records = append(r.records, rec)
	if !rec.contact.ID.IsZero() {
		r.byID[rec.contact.ID] = at
	}
	if key := t.Company(); key != "" && !rec.trash {
		if _, taken := r.companies[key]; !taken {
			r.companies[key] = at
		}
	}
	return at
}

// resolve goes through the rows twice: companies first, so that people find their employers whichever row comes first.
func (r *resolver) resolve(ctx context.Context) error {
	done := 0
	for _, companies := range []bool{true, false} {
		for i := range r.tidied {
			if (r.tidied[i].contact.Kind == crm.Company) != companies {
				continue
			}
			if done++; done%1024 == 0 {
				if err := ctx.Err(); err != nil {
					return err
				}
				r.plan.part(0.75, 1)(float64(done) / float64(len(r.tidied)))
			}
			r.row(i)
		}
	}
	return nil
}

// row decides about one row.
func (r *resolver) row(i int) {
	t := &r.tidied[i]
	row := &r.rows[i]
	row.Number, row.Title = t.number, t.contact.Title()
	decision := r.plan.set.Decisions[t.number]
	switch {
	case t.group:
		row.end(crm.OutcomeSkipped, ReasonGroup)
	case t.empty:
		row.end(crm.OutcomeSkipped, ReasonEmpty)
	case r.plan.mapping.NoContacts:
		row.end(crm.OutcomeFailed, ReasonNotContacts)
	case t.nobody():
		row.end(crm.OutcomeFailed, ReasonNobody)
	case decision.Skip:
		row.end(crm.OutcomeSkipped, ReasonByHand)
	case !decision.Record.IsZero():
		r.joinByHand(i, decision.Record)
	case decision.New:
		r.create(i, ReasonNewByHand)
	case r.plan.set.Duplicates == crm.AddDuplicates:
		r.create(i, "")
	default:
		r.match(i)
	}
}

func (row *Row) end(o crm.Outcome, reason string) { row.Outcome, row.Reason = o, reason }

// nobody reports that nothing says who the row is about or how to reach them.
func (t *tidied) nobody() bool {
	c := &t.contact
	return c.Name.Display() == "" && c.CompanyName() == "" && len(c.Phones)+len(c.Emails)+len(c.Addresses)+len(c.Links) == 0
}

// match looks for the row among those known.
func (r *resolver) match(i int) {
	row := &r.rows[i]
	found := r.index.FindTraits(r.traits[i])
	for _, c := range found {
		row.Alike = append(row.Alike, r.alike(c))
	}
	for _, c := range found {
		if c.Score >= match.Same && !r.records[c.At].trash {
			r.join(i, c.At, reasonText(c))
			return
		}
	}
	switch {
	case len(found) == 0:
		r.create(i, "")
	case found[0].Score >= match.Same:
		r.warn(i, "known-in-trash", row.Alike[0].Title)
		r.create(i, ReasonInTrash)
	default:
		r.warn(i, "maybe-known", row.Alike[0].Title)
		r.create(i, ReasonMaybeKnown)
	}
}

func reasonText(c match.Candidate) string {
	if len(c.Reasons) == 0 {
		return ""
	}
	return string(c.Reasons[0])
}

func (r *resolver) alike(c match.Candidate) Alike {
	rec := &r.records[c.At]
	a := Alike{Record: rec.contact.ID, Row: rec.row, Title: rec.contact.Title(), Score: c.Score, InTrash: rec.trash}
	for _, reason := range c.Reasons {
		a.Reasons = append(a.Reasons, string(reason))
	}
	return a
}

func (r *resolver) warn(i int, code, value string) {
	t := &r.tidied[i]
	t.problems = append(t.problems, Problem{Row: t.number, Code: code, Value: value, Level: Warn})
}

// create makes a new record of the row.
func (r *resolver) create(i int, reason string) {
	t, row := &r.tidied[i], &r.rows[i]
	t.contact.ID = r.plan.set.NewID()
	t.contact.AddTag(r.plan.set.Tag)
	r.employAt(t.number, &t.contact)
	row.end(crm.OutcomeCreated, reason)
	row.Record = t.contact.ID
	r.add(record{contact: &t.contact, row: t.number}, r.traits[i])
	r.draft(draft{row: t.number, record: &t.contact})
}

func (r *resolver) draft(d draft) {
	r.drafts = append(r.drafts, d)
	r.rowsOf = append(r.rowsOf, crm.RowOf{Row: d.row, Record: d.record.ID, Created: d.base == nil})
}

// employAt links a person to the companies where they work, and makes a company when there is none.
func (r *resolver) employAt(row int, c *crm.Contact) {
	for p := range c.Positions {
		pos := &c.Positions[p]
		if pos.CompanyName == "" || !pos.Company.IsZero() {
			continue
		}
		key := clean.CompanyKey(pos.CompanyName)
		if key == "" {
			continue
		}
		at, known := r.companies[key]
		if !known {
			at = r.newEmployer(row, pos.CompanyName)
		}
		pos.Company = r.records[at].contact.ID
	}
}

// newEmployer makes a company for somebody who works there.
func (r *resolver) newEmployer(row int, name string) int {
	c := &crm.Contact{ID: r.plan.set.NewID(), Kind: crm.Company, Name: crm.Name{Full: name}}
	c.AddTag(r.plan.set.Tag)
	r.employers++
	r.draft(draft{row: row, record: c, employer: true})
	return r.add(record{contact: c, row: row}, match.TraitsOf(c))
}

// joinByHand joins a row to the record that the user chose.
func (r *resolver) joinByHand(i int, id crm.ID) {
	at, known := r.byID[id]
	if !known {
		r.rows[i].end(crm.OutcomeFailed, ReasonNoSuchRecord)
		return
	}
	r.join(i, at, ReasonByHand)
}

// join brings what the row says into a record, as the settings want it.
func (r *resolver) join(i, at int, why string) {
	t, row, rec := &r.tidied[i], &r.rows[i], &r.records[at]
	row.Record = rec.contact.ID
	if r.plan.set.Duplicates == crm.SkipDuplicates && why != ReasonByHand {
		row.end(crm.OutcomeSkipped, whereKnown(rec))
		return
	}
	base, merged := rec.contact, new(crm.Contact)
	*merged = r.merged(i, base)
	row.Changes = r.differ.Diff(base, merged)
	if len(row.Changes) == 0 && !rec.trash && sameContent(base, merged) {
		r.unchanged(row, rec)
		return
	}
	r.employAt(t.number, merged)
	row.end(crm.OutcomeUpdated, joinedReason(rec))
	r.draft(draft{row: t.number, record: merged, base: base, restore: rec.trash, reason: why})
	r.records[at].contact, r.records[at].trash = merged, false
	r.index.Replace(at, match.TraitsOf(merged))
}

// merged is the record with what the row says.
func (r *resolver) merged(i int, base *crm.Contact) crm.Contact {
	t := &r.tidied[i]
	news := t.contact
	news.Positions = namedAlike(news.Positions, base.Positions)
	news.AddTag(r.plan.set.Tag)
	if r.plan.set.Duplicates == crm.UpdateDuplicates {
		return crm.Update(*base, news)
	}
	out, left := crm.Fill(*base, news)
	for _, c := range left {
		t.problems = append(t.problems, Problem{Row: t.number, Code: "value-differs", Value: firstText(c.New), Level: Warn,
			extra: []extra{{"field", c.Field}, {"old", firstText(c.Old)}}})
	}
	return out
}

// namedAlike gives companies of the news the name that the record has for them: 青石(股)公司 is 青石股份有限公司, which is no news.
func namedAlike(news, known []crm.Position) []crm.Position {
	out := slices.Clone(news)
	for i := range out {
		key := clean.CompanyKey(out[i].CompanyName)
		at := slices.IndexFunc(known, func(p crm.Position) bool { return key != "" && clean.CompanyKey(p.CompanyName) == key })
		if at >= 0 {
			out[i].CompanyName, out[i].Company = known[at].CompanyName, known[at].Company
		}
	}
	return out
}

// sameContent reports that two versions of a record hold the same, also where no field shows it.
func sameContent(a, b *crm.Contact) bool {
	name := func(id crm.ID) string { return id.String() }
	return bytes.Equal(a.Canonical(name), b.Canonical(name))
}

func firstText(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[0]
}

// unchanged ends a row that says nothing new.
func (r *resolver) unchanged(row *Row, rec *record) {
	if rec.row > 0 {
		row.end(crm.OutcomeSkipped, ReasonInFile)
		return
	}
	row.end(crm.OutcomeUnchanged, ReasonNothingNew)
}

func whereKnown(rec *record) string {
	if rec.row > 0 {
		return ReasonInFile
	}
	return ReasonInStore
}

func joinedReason(rec *record) string {
	switch {
	case rec.trash:
		return ReasonRestored
	case rec.row > 0:
		return ReasonJoinedInFile
	}
	return ReasonInStore
}
