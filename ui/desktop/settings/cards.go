package settings

import (
	"path/filepath"

	"fyne.io/fyne/v2"

	"regulars/assets/locale"
	"regulars/store/crm"
	"regulars/ui/desktop/theme"
	"regulars/ui/desktop/widgets"
)

// showWindow is the card of language and look. Every choice holds at once.
func (s *Screen) showWindow() {
	text := s.words.Text
	labels := []string{text("settings.language"), text("settings.look")}
	width := widgets.LabelWidth(labels...)
	s.window.RemoveAll()
	s.window.Add(widgets.Heading(text("settings.window")))
	s.window.Add(widgets.NewLabelled(labels[0], width, s.languages()))
	s.window.Add(widgets.NewLabelled(labels[1], width, s.looks()))
	if s.words.Tag() == locale.ZhHant {
		s.window.Add(widgets.NewTick(text("settings.roc"), s.host.ROC(), s.host.SetROC))
	}
	s.window.Refresh()
}

func (s *Screen) languages() fyne.CanvasObject {
	row := widgets.Across(theme.SpaceXS)
	for _, tag := range locale.Tags() {
		b := widgets.NewButton(s.words.Text("language."+tag), "", func() { s.host.SetLanguage(tag) })
		b.Choose(tag == s.host.Language())
		row.Add(b)
	}
	return row
}

func (s *Screen) looks() fyne.CanvasObject {
	row := widgets.Across(theme.SpaceXS)
	icons := map[theme.Look]string{theme.Light: "sun", theme.Dark: "moon"}
	for _, look := range []theme.Look{theme.Light, theme.Dark} {
		b := widgets.NewButton(s.words.Text("settings.look."+string(look)), icons[look], func() {
			s.host.SetLook(look)
			s.showWindow()
		})
		b.Choose(look == s.host.Look())
		row.Add(b)
	}
	return row
}

// dataCard says where the data are and leads to what looks after them.
func (s *Screen) dataCard() fyne.CanvasObject {
	text := s.words.Text
	button := func(key, icon string, do func()) fyne.CanvasObject { return widgets.NewButton(text(key), icon, do) }
	return s.card("settings.data",
		widgets.NewWrapped(s.work.Path(), room),
		widgets.Flow(theme.SpaceS,
			button("settings.look-over", "shield-check", s.work.LookOver),
			button("settings.folder", "folder-open", func() { s.host.View(filepath.Dir(s.work.Path())) }),
			button("settings.history", "history", s.host.ShowHistory),
			button("settings.trash", "trash-2", s.host.ShowTrash),
			button("settings.duplicates", "merge", s.host.ShowDuplicates)))
}

func (s *Screen) backupCard() fyne.CanvasObject { return s.card("settings.backups", s.backups.all) }

func (s *Screen) showBackups() {
	var rows []row
	for _, b := range s.work.Backups() {
		when := s.words.Moment(b.At.Local())
		rows = append(rows, row{when, s.words.Text("backup."+string(b.Reason)) + " · " + s.words.Size(b.Size), "settings.restore", func() {
			s.host.Confirm(s.words.Text("settings.restore.title"), s.words.Text("settings.restore.sure", "when", when), s.words.Text("settings.restore.yes"),
				func() { s.work.Restore(b.Path, s.host.Restored) })
		}})
	}
	s.backups.show(rows)
}

func (s *Screen) importCard() fyne.CanvasObject {
	return s.card("settings.imports", s.told, s.imports.all)
}

func (s *Screen) showImports() {
	s.showTold()
	var rows []row
	for _, b := range s.work.Batches() {
		words := s.words.Text("settings.imports.figures", "day", s.words.Day(b.Day), "created", b.Created, "updated", b.Updated)
		if b.Undone {
			rows = append(rows, row{title: b.File, words: words + " · " + s.words.Text("import.before.undone")})
			continue
		}
		rows = append(rows, row{b.File, words, "settings.imports.back", func() { s.takeBack(b) }})
	}
	s.imports.show(rows)
}

func (s *Screen) takeBack(b crm.Batch) {
	s.host.Confirm(s.words.Text("settings.imports.back.title"), s.words.Text("settings.imports.back.sure", "file", b.File),
		s.words.Text("settings.imports.back"), func() { s.work.TakeBack(b) })
}

// mostKept is how many records that were kept are named.
const mostKept = 8

// showTold says what taking an import back has done, and what was kept and why.
func (s *Screen) showTold() {
	s.told.RemoveAll()
	t, ok := s.work.Reverted()
	if s.told.Hidden = !ok; !ok {
		return
	}
	s.told.Add(widgets.NewWrapped(s.words.Text("settings.imports.done", "file", t.File, "removed", t.Removed, "restored", t.Restored, "kept", len(t.Kept)), room))
	for i, k := range t.Kept {
		if i == mostKept {
			s.told.Add(s.explained("settings.more", "count", len(t.Kept)-mostKept))
			break
		}
		s.told.Add(s.explained("settings.imports.kept", "name", k.Title, "reason", s.words.Say(k.Reason)))
	}
	s.told.Refresh()
}

func (s *Screen) mappingCard() fyne.CanvasObject { return s.card("settings.mappings", s.mappings.all) }

func (s *Screen) showMappings() {
	var rows []row
	for _, m := range s.work.Mappings() {
		rows = append(rows, row{m.Name, s.words.Text("settings.mappings.columns", "count", len(m.Columns)), "settings.mappings.forget",
			func() { s.work.Forget(m.ID) }})
	}
	s.mappings.show(rows)
}
