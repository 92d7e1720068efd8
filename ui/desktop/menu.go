//go:build !headless

package desktop

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"regulars/assets/locale"
	"regulars/store/crm"
	"regulars/ui/desktop/theme"
	"regulars/ui/desktop/widgets"
)

// command is an item of the main menu. Its text is the catalogue entry "window.menu.<name>".
type command struct {
	name  string
	do    func()
	key   fyne.KeyName // with Ctrl (⌘ on a Mac); "" = no shortcut
	shift bool
}

// rule is the line between two commands.
func rule() command { return command{} }

// menu is one menu with its commands.
type menu struct {
	name     string
	commands []command
}

// menus are all commands of the window, also the source of the sheet of shortcuts.
func (w *window) menus() []menu {
	return []menu{
		{"file", []command{
			{name: "new-person", do: w.onContacts(func() { w.contacts.Add(crm.Person) }), key: fyne.KeyN},
			{name: "new-company", do: w.onContacts(func() { w.contacts.Add(crm.Company) }), key: fyne.KeyN, shift: true},
			rule(),
			{name: "import", do: w.Import, key: fyne.KeyI},
			{name: "print", do: w.print, key: fyne.KeyP},
			rule(),
			{name: "backup", do: func() { w.work.status.BackUp() }, key: fyne.KeyB},
			rule(),
			{name: "quit", do: w.leave, key: fyne.KeyQ},
		}},
		{"edit", []command{
			{name: "undo", do: w.undo, key: fyne.KeyZ},
			{name: "redo", do: w.redo, key: fyne.KeyZ, shift: true},
			rule(),
			{name: "edit-contact", do: w.edit, key: fyne.KeyE},
			{name: "save", do: w.save, key: fyne.KeyS},
			{name: "tag", do: w.tag, key: fyne.KeyT},
			{name: "delete", do: w.delete, key: fyne.KeyD},
			rule(),
			{name: "history", do: w.ShowHistory, key: fyne.KeyJ},
			{name: "trash", do: w.ShowTrash},
			{name: "duplicates", do: w.ShowDuplicates},
		}},
		{"view", w.viewCommands()},
		{"help", []command{
			{name: "shortcuts", do: w.showShortcuts, key: fyne.KeyH},
			{name: "about", do: w.showAbout},
		}},
	}
}

func (w *window) viewCommands() []command {
	out := []command{
		{name: "search", do: w.find, key: fyne.KeyK},
		{name: "find", do: w.find, key: fyne.KeyF},
		rule(),
	}
	digits := []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5}
	for i, p := range places() {
		if _, ok := w.screens[p.name]; ok {
			out = append(out, command{name: "go-" + p.name, do: func() { w.show(p.name) }, key: digits[i]})
		}
	}
	return append(out, rule(),
		command{name: "light", do: func() { w.setLook(theme.Light) }, key: fyne.KeyL, shift: true},
		command{name: "dark", do: func() { w.setLook(theme.Dark) }, key: fyne.KeyD, shift: true},
		rule(),
		command{name: "chinese", do: func() { w.setLanguage(locale.ZhHant) }},
		command{name: "english", do: func() { w.setLanguage(locale.English) }},
	)
}

// onContacts goes to the contacts before a command that belongs there.
func (w *window) onContacts(do func()) func() {
	return func() {
		if w.at != screenContacts {
			w.show(screenContacts)
		}
		do()
	}
}

func (w *window) mainMenu() *fyne.MainMenu {
	var out []*fyne.Menu
	for _, m := range w.menus() {
		var items []*fyne.MenuItem
		for _, c := range m.commands {
			items = append(items, w.menuItem(c))
		}
		out = append(out, fyne.NewMenu(w.words.Text("window.menu."+m.name), items...))
	}
	return fyne.NewMainMenu(out...)
}

func (w *window) menuItem(c command) *fyne.MenuItem {
	if c.name == "" {
		return fyne.NewMenuItemSeparator()
	}
	item := fyne.NewMenuItem(w.words.Text("window.menu."+c.name), c.do)
	item.IsQuit = c.name == "quit"
	if c.key != "" {
		item.Shortcut = c.shortcut()
	}
	return item
}

// shortcut is the key as the toolkit knows it. Undo is a shortcut of its own there.
func (c command) shortcut() fyne.Shortcut {
	if c.key == fyne.KeyZ && !c.shift {
		return &fyne.ShortcutUndo{}
	}
	modifier := fyne.KeyModifierShortcutDefault
	if c.shift {
		modifier |= fyne.KeyModifierShift
	}
	return &desktop.CustomShortcut{KeyName: c.key, Modifier: modifier}
}

// keyText is the shortcut as people read it.
func (c command) keyText() string {
	if c.shift {
		return "Ctrl Shift " + string(c.key)
	}
	return "Ctrl " + string(c.key)
}

// undo takes back what was typed while somebody types, else the last act.
func (w *window) undo() {
	if e, ok := w.Canvas().Focused().(*widgets.Entry); ok && e != w.search {
		e.TypedShortcut(&fyne.ShortcutUndo{})
		return
	}
	w.desk.Undo()
}

func (w *window) redo() {
	if e, ok := w.Canvas().Focused().(*widgets.Entry); ok && e != w.search {
		e.TypedShortcut(&fyne.ShortcutRedo{})
		return
	}
	w.desk.Redo()
}

// typed gets the keys that nothing on the screen uses.
func (w *window) typed(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyEscape:
		if w.notice.Visible() {
			w.notice.Dismiss()
			return
		}
		w.screens[w.at].Cancel()
	case fyne.KeyF1:
		w.showShortcuts()
	}
}
