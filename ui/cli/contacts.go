package cli

import (
	"fmt"
	"strconv"
	"strings"

	"regulars/assets/locale"
	"regulars/importer/match"
	"regulars/reports/export"
	"regulars/store/actions"
	"regulars/store/crm"
	"regulars/store/search"
)

// contactsCommand deals with people and companies.
type contactsCommand struct {
	List       contactsListCommand       `cmd:""`
	Show       contactsShowCommand       `cmd:""`
	Add        contactsAddCommand        `cmd:""`
	Edit       contactsEditCommand       `cmd:""`
	Delete     contactsDeleteCommand     `cmd:""`
	Tag        contactsTagCommand        `cmd:""`
	Duplicates contactsDuplicatesCommand `cmd:""`
	Merge      contactsMergeCommand      `cmd:""`
	Unmerge    contactsUnmergeCommand    `cmd:""`
}

type contactsListCommand struct {
	selection
	Limit int    `placeholder:"N"`
	AsOf  string `placeholder:"DATE"`
}

// Run lists contacts.
func (c *contactsListCommand) Run(s *session) error {
	book, err := s.read()
	if err != nil {
		return err
	}
	contacts, total, err := c.find(s, book)
	if err != nil {
		return err
	}
	return s.printContacts(contacts, total)
}

// find gives the contacts of now, or of the day asked for.
func (c *contactsListCommand) find(s *session, book *actions.Book) ([]crm.Contact, int, error) {
	if c.AsOf == "" {
		return s.find(book, c.selection, c.Limit)
	}
	day, err := s.day("--as-of", c.AsOf)
	if err != nil {
		return nil, 0, err
	}
	return s.asOf(book, c.selection, day, c.Limit)
}

// printContacts writes a list of contacts and, for people, how many there are.
func (s *session) printContacts(contacts []crm.Contact, total int) error {
	if s.JSON {
		return export.JSON(s.env.Stdout, contacts)
	}
	t := &table{}
	for i := range contacts {
		c := &contacts[i]
		phone, _ := c.MainPhone()
		email, _ := c.MainEmail()
		t.add(c.ID.String(), c.Title(), s.companyAndTitle(c), phone.Text, email.Address, strings.Join(c.Tags, " "))
	}
	if err := s.printTable(t); err != nil {
		return err
	}
	s.say("cli.contacts.count", locale.Values{"count": total, "shown": len(contacts)})
	return nil
}

// companyAndTitle is where somebody works and as what; for a company it says that it is one.
func (s *session) companyAndTitle(c *crm.Contact) string {
	if c.Kind == crm.Company {
		return s.text("cli.contacts.is-company")
	}
	p := c.Current()
	return strings.Trim(p.CompanyName+" · "+p.Title, " ·")
}

type contactsShowCommand struct {
	ID string `arg:""`
}

// Run shows one contact with all its fields.
func (c *contactsShowCommand) Run(s *session) error {
	book, err := s.read()
	if err != nil {
		return err
	}
	contact, err := s.contact(book, c.ID)
	if err != nil {
		return err
	}
	if s.JSON {
		return s.printJSON(export.Document(&contact))
	}
	return s.printTable(s.card(&contact))
}

// card lists the fields that have a value.
func (s *session) card(c *crm.Contact) *table {
	t := &table{}
	t.add("ID", c.ID.String())
	for _, f := range crm.Fields() {
		if values := f.Get(c); len(values) > 0 {
			t.add(s.fieldName(f.Key), s.cat.List(s.shown(f, values)))
		}
	}
	for _, v := range c.Custom {
		t.add(v.Field, v.Value)
	}
	return t
}

// shown puts the words of the catalogue in place of choices.
func (s *session) shown(f crm.Field, values []string) []string {
	if f.Type != crm.ChoiceField && f.Type != crm.ConsentField {
		return values
	}
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = s.cat.TextOr("choice."+f.Key+"."+v, v)
	}
	return out
}

type contactsDeleteCommand struct {
	IDs []string `arg:"" name:"id"`
}

// Run puts contacts into the trash.
func (c *contactsDeleteCommand) Run(s *session) error {
	ids, err := readIDs("contact", c.IDs)
	if err != nil {
		return err
	}
	book, err := s.write()
	if err != nil {
		return err
	}
	for _, id := range c.IDs {
		if _, err := s.contact(book, id); err != nil {
			return err
		}
	}
	step, err := book.DeleteContacts(ids)
	if err != nil {
		return err
	}
	return s.acted(step)
}

type contactsTagCommand struct {
	selection
	IDs    []string `arg:"" name:"id" optional:""`
	Add    []string `placeholder:"TAG"`
	Remove []string `placeholder:"TAG"`
}

// Run adds and removes tags, of contacts by id or of all that a filter finds.
func (c *contactsTagCommand) Run(s *session) error {
	if len(c.IDs) == 0 && c.Filter == "" || len(c.Add)+len(c.Remove) == 0 {
		return &usageError{command: "contacts tag", reason: s.text("cli.error.tag-what")}
	}
	book, err := s.write()
	if err != nil {
		return err
	}
	ids, err := readIDs("contact", c.IDs)
	if err != nil {
		return err
	}
	if c.Filter != "" {
		contacts, _, err := s.find(book, c.selection, 0)
		if err != nil {
			return err
		}
		ids = append(ids, idsOf(contacts)...)
	}
	step, err := book.Tag(ids, c.Add, c.Remove)
	if err != nil {
		return err
	}
	return s.acted(step)
}

func idsOf(contacts []crm.Contact) []crm.ID {
	out := make([]crm.ID, len(contacts))
	for i := range contacts {
		out[i] = contacts[i].ID
	}
	return out
}

type contactsDuplicatesCommand struct {
	Least float64 `default:"0.75" placeholder:"SCORE"`
}

type pairDocument struct {
	Score   float64        `json:"score"`
	Reasons []match.Reason `json:"reasons"`
	Text    string         `json:"text"`
	Pair    [2]pairContact `json:"contacts"`
}

type pairContact struct {
	ID      string `json:"id"`
	Name    string `json:"name"`
	Company string `json:"company"`
}

// Run lists pairs of contacts that may be the same, the likeliest first.
func (c *contactsDuplicatesCommand) Run(s *session) error {
	book, err := s.read()
	if err != nil {
		return err
	}
	contacts, err := book.AllContacts()
	if err != nil {
		return err
	}
	pairs, err := match.Pairs(s.ctx, contacts)
	if err != nil {
		return err
	}
	byID := map[crm.ID]*crm.Contact{}
	for i := range contacts {
		byID[contacts[i].ID] = &contacts[i]
	}
	docs, t := []pairDocument{}, &table{}
	for _, p := range pairs {
		if p.Score < c.Least {
			continue
		}
		d := s.pair(byID[p.A], byID[p.B], p)
		docs = append(docs, d)
		t.add(strconv.Itoa(int(d.Score*100+0.5))+"%", d.Pair[0].Name, d.Pair[0].Company, d.Pair[1].Name, d.Pair[1].Company, d.Text)
		t.add("", d.Pair[0].ID, "", d.Pair[1].ID)
	}
	return s.list(docs, t, "cli.duplicates.none")
}

func (s *session) pair(a, b *crm.Contact, p match.Pair) pairDocument {
	var words []locale.Key
	for _, r := range p.Reasons {
		words = append(words, locale.Key("match."+string(r)))
	}
	return pairDocument{Score: p.Score, Reasons: p.Reasons, Text: s.text("cli.duplicates.why", locale.Values{"reasons": words}),
		Pair: [2]pairContact{{a.ID.String(), a.Title(), a.CompanyName()}, {b.ID.String(), b.Title(), b.CompanyName()}}}
}

type contactsMergeCommand struct {
	Keep   string   `arg:""`
	Others []string `arg:"" name:"other"`
}

// Run merges the others into the first; nothing is lost, and unmerge brings them back.
func (c *contactsMergeCommand) Run(s *session) error {
	book, err := s.write()
	if err != nil {
		return err
	}
	keep, err := s.contact(book, c.Keep)
	if err != nil {
		return err
	}
	var others []crm.Contact
	for _, text := range c.Others {
		other, err := s.contact(book, text)
		if err != nil {
			return err
		}
		if other.ID == keep.ID || other.Kind != keep.Kind {
			return &usageError{command: "contacts merge", reason: s.text("cli.error.cannot-merge", locale.Values{"name": other.Title(), "other": keep.Title()})}
		}
		others = append(others, other)
	}
	return s.merge(book, keep, others)
}

func (s *session) merge(book *actions.Book, keep crm.Contact, others []crm.Contact) error {
	merged, _ := crm.Merge(keep, others, crm.Choices{Label: s.fieldName})
	step, err := book.Merge(keep.ID, idsOf(others), merged)
	if err != nil {
		return err
	}
	if err := s.acted(step); err != nil || s.JSON {
		return err
	}
	return s.print(s.text("cli.merge.back", locale.Values{"step": step.ID.String()}))
}

type contactsUnmergeCommand struct {
	Step string `arg:""`
}

// Run takes a merge back.
func (c *contactsUnmergeCommand) Run(s *session) error {
	book, err := s.write()
	if err != nil {
		return err
	}
	id, err := s.stepID(book, c.Step)
	if err != nil {
		return err
	}
	back, err := book.Unmerge(id)
	if isNotFound(err) {
		return notFound("step", c.Step)
	}
	if err != nil {
		return err
	}
	return s.reverted(back)
}

// findCommand is the search box.
type findCommand struct {
	Text  []string `arg:"" name:"text"`
	Limit int      `default:"20" placeholder:"N"`
}

// Run lists what the words find, the best first.
func (c *findCommand) Run(s *session) error {
	book, err := s.read()
	if err != nil {
		return err
	}
	q, err := s.query(strings.Join(c.Text, " "))
	if err != nil {
		return err
	}
	contacts, total, err := s.found(book, q, search.ByRelevance, c.Limit)
	if err != nil {
		return fmt.Errorf("find: %w", err)
	}
	return s.printContacts(contacts, total)
}
