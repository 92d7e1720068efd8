package importwizard

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"regulars/ui/desktop/theme"
	"regulars/ui/desktop/widgets"
	"regulars/ui/state"
)

// confirm shows the figures once more. Only its button writes.
func (s *Screen) confirm() fyne.CanvasObject {
	c := s.work.Counts()
	text := s.words.Text
	lines := widgets.Down(theme.SpaceS, widgets.Heading(text("import.confirm.title")))
	say := func(icon, key string, count int) {
		if count > 0 {
			lines.Add(widgets.Across(theme.SpaceS, widgets.NewIcon(icon, theme.ColorAccent), widgets.Body(text(key, "count", count))))
		}
	}
	say("user-plus", "import.confirm.created", c.Created)
	say("building-2", "import.confirm.companies", c.Companies)
	say("pencil", "import.confirm.updated", c.Updated)
	say("circle-check", "import.confirm.unchanged", c.Unchanged)
	say("minus", "import.confirm.skipped", c.Skipped)
	say("triangle-alert", "import.confirm.failed", c.Failed)
	lines.Add(widgets.Gap(theme.SpaceS))
	lines.Add(widgets.Across(theme.SpaceS, widgets.NewIcon("shield-check", theme.ColorAccent), widgets.Muted(text("import.confirm.safe"))))
	var more []fyne.CanvasObject
	if s.work.ProblemRows() > 0 {
		more = append(more, widgets.NewButton(text("import.save-problems"), "download", s.saveProblems))
	}
	s.next(text("import.nothing-written"), func() { s.work.Go(state.ImportRows) }, text("import.write"), s.work.Write, more...)
	parts := widgets.Down(theme.SpaceM)
	if p := s.problem(); p != nil {
		parts.Add(p)
	}
	parts.Add(s.tiles(nil))
	parts.Add(widgets.Card(widgets.Padded(theme.SpaceS, lines)))
	return container.NewVScroll(parts)
}

func (s *Screen) saveProblems() {
	s.host.SaveTo(s.words.Text("import.problems.file")+".csv", func(path string) { s.work.SaveProblems(path, s.words) })
}

// done says what was written and offers to take it back.
func (s *Screen) done() fyne.CanvasObject {
	text, b := s.words.Text, s.work.Batch()
	title, icon := text("import.done.title", "file", b.File), "circle-check"
	words := text("import.done.words", "created", b.Created, "updated", b.Updated, "companies", b.Companies)
	if r, ok := s.work.TakenBack(); ok {
		title, icon = text("import.done.undone"), "undo-2"
		words = text("import.taken-back", "removed", r.Removed, "restored", r.Restored, "kept", len(r.Kept))
	}
	buttons := widgets.Across(theme.SpaceS)
	if _, ok := s.work.TakenBack(); !ok {
		buttons.Add(widgets.NewButton(text("import.take-back"), "undo-2", func() { s.work.TakeBack(b.ID) }))
	}
	if s.work.ProblemRows() > 0 {
		buttons.Add(widgets.NewButton(text("import.save-problems"), "download", s.saveProblems))
	}
	buttons.Add(widgets.NewButton(text("import.again"), "upload", s.work.Restart))
	buttons.Add(widgets.NewButton(text("import.show"), "id-card", func() { s.host.Search("") }).As(widgets.Primary))
	parts := widgets.Down(theme.SpaceM, s.tiles(nil))
	if p := s.problem(); p != nil {
		parts.Add(p)
	}
	parts.Add(widgets.Card(widgets.Padded(theme.SpaceM, widgets.Down(theme.SpaceM,
		widgets.Across(theme.SpaceS, widgets.NewIcon(icon, theme.ColorAccent).Sized(26), widgets.Title(title)),
		widgets.NewWrapped(words, 640), buttons))))
	return container.NewVScroll(parts)
}
