//go:build !headless

package desktop

// What a screen may know how to do beside being shown. A command of the menu asks the screen that is shown, so that a key never changes something
// on a screen that the user does not see.
type (
	editor  interface{ Edit() }
	saver   interface{ Save() }
	tagger  interface{ Tag() }
	deleter interface{ Delete() }
	printer interface{ Print() }
	// keeper may hold what was typed and not saved.
	keeper interface{ Editing() bool }
)

func (w *window) edit() {
	if s, ok := w.screens[w.at].(editor); ok {
		s.Edit()
	}
}

func (w *window) save() {
	if s, ok := w.screens[w.at].(saver); ok {
		s.Save()
	}
}

func (w *window) tag() {
	if s, ok := w.screens[w.at].(tagger); ok {
		s.Tag()
	}
}

func (w *window) delete() {
	if s, ok := w.screens[w.at].(deleter); ok {
		s.Delete()
	}
}

// print prints for those whom the screen shows; from a screen that shows nobody it prints for the contacts.
func (w *window) print() {
	switch s, ok := w.screens[w.at].(printer); {
	case ok:
		s.Print()
	case w.at != screenLabels:
		w.Print(w.work.contacts.List.Working())
	}
}

// editing reports whether a screen holds what was typed and not saved.
func (w *window) editing() bool {
	for _, s := range w.screens {
		if k, ok := s.(keeper); ok && k.Editing() {
			return true
		}
	}
	return false
}
