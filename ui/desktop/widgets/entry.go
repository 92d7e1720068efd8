package widgets

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Entry is where people type, made for Chinese input methods. The toolkit shows no composition of its own, so three things are put right here:
// the Return that ends a composition is not taken for a Return that submits, the composition window of the system is put at the caret where the
// system lets us, and Tab always goes to the next field.
type Entry struct {
	widget.Entry

	// OnReturn is called with the text after Return, unless an input method commits text right after that Return.
	OnReturn func(string)
	// OnEscape is called for Escape; without it the key goes to the window.
	OnEscape func()
	// OnKey sees the keys first and reports whether it has used one.
	OnKey func(*fyne.KeyEvent) bool
	// OnFocus is called when the keyboard comes and goes.
	OnFocus func(bool)
	// Later runs f once the events that are already under way have been delivered. Tests put in their own.
	Later func(f func())

	returns int // Return keys that wait for Later; typed text takes them back
}

// settle is how long text that an input method commits may come after the Return that committed it: two rounds of the event loop.
const settle = 40 * time.Millisecond

// NewEntry makes an entry of one line.
func NewEntry(placeholder string) *Entry {
	e := &Entry{Later: afterEvents}
	e.PlaceHolder = placeholder
	e.ExtendBaseWidget(e)
	e.Entry.OnCursorChanged = func() { placeComposition(e) }
	return e
}

// NewMultiLineEntry makes an entry of several lines that breaks long ones. It is meant for up to some five thousand characters; the toolkit slows
// down beyond that.
func NewMultiLineEntry(placeholder string, rows int) *Entry {
	e := NewEntry(placeholder)
	e.MultiLine, e.Wrapping = true, fyne.TextWrapWord
	e.SetMinRowsVisible(rows)
	return e
}

func afterEvents(f func()) { time.AfterFunc(settle, func() { fyne.Do(f) }) }

// AcceptsTab leaves Tab to the window, so that one can walk through a form with it.
func (e *Entry) AcceptsTab() bool { return false }

// TypedKey hands keys to OnKey, holds Return back and knows Escape.
func (e *Entry) TypedKey(k *fyne.KeyEvent) {
	if e.OnKey != nil && e.OnKey(k) {
		return
	}
	switch {
	case k.Name == fyne.KeyEscape && e.OnEscape != nil:
		e.OnEscape()
	case k.Name == fyne.KeyEscape:
		handOn(e, k)
	case (k.Name == fyne.KeyReturn || k.Name == fyne.KeyEnter) && !e.MultiLine:
		e.holdReturn()
	default:
		e.Entry.TypedKey(k)
	}
}

func (e *Entry) holdReturn() {
	e.returns++
	e.Later(func() {
		if e.returns == 0 {
			return
		}
		e.returns = 0
		if e.OnReturn != nil {
			e.OnReturn(e.Text)
		}
	})
}

// TypedRune types a character; one that comes right after a Return shows that the Return belonged to an input method.
func (e *Entry) TypedRune(r rune) {
	e.returns = 0
	e.Entry.TypedRune(r)
}

// FocusGained tells OnFocus and puts the composition window in place.
func (e *Entry) FocusGained() {
	e.Entry.FocusGained()
	placeComposition(e)
	if e.OnFocus != nil {
		e.OnFocus(true)
	}
}

// FocusLost tells OnFocus.
func (e *Entry) FocusLost() {
	e.Entry.FocusLost()
	e.returns = 0
	if e.OnFocus != nil {
		e.OnFocus(false)
	}
}
