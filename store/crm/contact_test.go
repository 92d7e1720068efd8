package crm

import (
	"reflect"
	"testing"
)

func TestCurrentPositionIsNotThePast(t *testing.T) {
	c := Contact{Kind: Person, Positions: []Position{{CompanyName: "舊東家", To: 20200101}, {CompanyName: "大同公司", Title: "經理"}}}
	if got := c.Current().Title; got != "經理" {
		t.Errorf("Current().Title = %q", got)
	}
	if got := c.CompanyName(); got != "大同公司" {
		t.Errorf("CompanyName() = %q", got)
	}
}

func TestTitleFallsBack(t *testing.T) {
	for _, c := range []struct {
		contact Contact
		want    string
	}{
		{Contact{Name: Name{Full: "陳小姐"}, Emails: []Email{{Address: "a@b.com"}}}, "陳小姐"},
		{Contact{Positions: []Position{{CompanyName: "大同公司"}}}, "大同公司"},
		{Contact{Emails: []Email{{Address: "a@b.com"}}}, "a@b.com"},
		{Contact{Phones: []Phone{{Text: "02-2345-6789"}}}, "02-2345-6789"},
		{Contact{}, ""},
	} {
		if got := c.contact.Title(); got != c.want {
			t.Errorf("Title() = %q, want %q", got, c.want)
		}
	}
}

func TestCustomValuesStaySorted(t *testing.T) {
	var c Contact
	for _, f := range []string{"尺寸", "color", "茶"} {
		c.SetCustom(f, f+"!")
	}
	c.SetCustom("color", "red")
	c.SetCustom("尺寸", "")
	want := []CustomValue{{"color", "red"}, {"茶", "茶!"}}
	if !reflect.DeepEqual(c.Custom, want) {
		t.Errorf("Custom = %v, want %v", c.Custom, want)
	}
	if got := c.CustomValueOf("尺寸"); got != "" {
		t.Errorf("a removed value is still %q", got)
	}
}

func TestSetCustomLeavesACopyAlone(t *testing.T) {
	a := Contact{Custom: []CustomValue{{"a", "1"}, {"b", "2"}, {"c", "3"}}}
	b := a
	b.SetCustom("a", "")
	if a.Custom[0].Field != "a" || len(a.Custom) != 3 {
		t.Errorf("removing from a copy changed the original: %v", a.Custom)
	}
}

func TestPostalAddress(t *testing.T) {
	home := Address{Kind: KindHome, Text: "家"}
	work := Address{Kind: KindWork, Text: "公司"}
	back := Address{Kind: KindWork, Text: "搬走了", Returned: 20260101}
	for _, c := range []struct {
		list []Address
		want string
	}{
		{[]Address{home, work}, "公司"},
		{[]Address{back, home}, "家"},
		{[]Address{back}, ""},
		{nil, ""},
	} {
		got, ok := (&Contact{Addresses: c.list}).PostalAddress()
		if got.Text != c.want || ok != (c.want != "") {
			t.Errorf("PostalAddress of %v = %q, %v, want %q", c.list, got.Text, ok, c.want)
		}
	}
}

// A slice that Clone forgets would be shared: every slice of the record is filled and looked at.
func TestCloneSharesNothing(t *testing.T) {
	var c Contact
	fill(reflect.ValueOf(&c).Elem())
	n := c.Clone()
	if !reflect.DeepEqual(n, c) {
		t.Fatalf("the copy differs: %+v", n)
	}
	checkApart(t, "Contact", reflect.ValueOf(c), reflect.ValueOf(n))
}

func fill(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i))
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fill(v.Index(0))
	case reflect.String:
		v.SetString("x")
	}
}

func checkApart(t *testing.T, path string, a, b reflect.Value) {
	switch a.Kind() {
	case reflect.Struct:
		for i := range a.NumField() {
			checkApart(t, path+"."+a.Type().Field(i).Name, a.Field(i), b.Field(i))
		}
	case reflect.Slice:
		if a.Pointer() == b.Pointer() {
			t.Errorf("%s is shared", path)
		}
	}
}
