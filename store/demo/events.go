package demo

import (
	"fmt"
	"time"

	"regulars/store/crm"
)

// mostGuests is how many contacts are looked at for an event, so that a large firm does not get a stadium.
const mostGuests = 160

// events adds the dinner that is being prepared and the tasting of last spring.
func (d *dice) events(v *Values) {
	dinner := crm.Event{ID: d.id(), Name: "年終感恩餐會", Day: d.dinnerDay(), Time: "18:30", Place: "松山文創園區 宴會廳", Topic: "感謝老客戶，發表新機種",
		Budget: crm.Money{Minor: 120000, Currency: "TWD"}, Target: crm.Money{Minor: 600000, Currency: "TWD"}, Reply: d.day(-14, -7), Eligible: "kind:person"}
	tasting := crm.Event{ID: d.id(), Name: "春季杯測會", Day: d.day(180, 240), Time: "14:00", Place: "晨曦咖啡設備 展示間", Topic: "新產季豆單與磨豆機試用",
		Budget: crm.Money{Minor: 20000, Currency: "TWD"}}
	v.Events = []crm.Event{dinner, tasting}
	people := d.asked(v.Contacts)
	d.invite(v, dinner, people, false)
	d.invite(v, tasting, people[:len(people)/2], true)
}

// dinnerDay is a Friday three to five weeks from today.
func (d *dice) dinnerDay() crm.Date {
	t := d.noon.AddDate(0, 0, d.between(21, 35))
	return dateOf(t.AddDate(0, 0, int(time.Friday-t.Weekday())))
}

// asked takes people all over the list, about six in ten of a small firm.
func (d *dice) asked(contacts []crm.Contact) []*crm.Contact {
	var people []*crm.Contact
	for i := range contacts {
		if contacts[i].Kind == crm.Person {
			people = append(people, &contacts[i])
		}
	}
	want := min(mostGuests, len(people)*6/10)
	if want == 0 {
		return nil
	}
	var out []*crm.Contact
	for i := range want {
		out = append(out, people[i*len(people)/want])
	}
	return out
}

func (d *dice) invite(v *Values, e crm.Event, people []*crm.Contact, over bool) {
	rule := crm.InviteRule{}
	for _, c := range people {
		channel, reason := rule.Invite(c)
		g := crm.Guest{ID: d.id(), Event: e.ID, Contact: c.ID, Channel: channel, Reason: reason, Wave: 1, Party: 0}
		if channel != "" {
			g.Invited = d.day(3, 10)
			d.answer(&g, e, over)
		} else {
			g.Wave = 0
		}
		v.Guests = append(v.Guests, g)
	}
}

// answer lets a guest reply; after the event some came and some did not.
func (d *dice) answer(g *crm.Guest, e crm.Event, over bool) {
	if over {
		t := time.Date(e.Day.Year(), time.Month(e.Day.Month()), e.Day.Day(), 0, 0, 0, 0, time.UTC)
		g.Invited = dateOf(t.AddDate(0, 0, -d.between(20, 30)))
	}
	switch x := d.rand.IntN(100); {
	case x < 42:
		g.Answer, g.Party = crm.Coming, 1+d.rand.IntN(3)/2
	case x < 56:
		g.Answer = crm.Declined
	case x < 62:
		g.Answer = crm.Maybe
	}
	if g.Answer != crm.Coming {
		return
	}
	g.Table = fmt.Sprint(d.between(1, 8))
	if d.chance(12) {
		g.Diet = pick(d, foods)
	}
	if over && d.chance(85) {
		g.CheckedIn = fmt.Sprintf("%sT%s:%02d:00+08:00", e.Day, pick(d, []string{"13", "14"}), d.between(0, 59))
	}
}
