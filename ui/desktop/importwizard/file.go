package importwizard

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"regulars/store/crm"
	"regulars/ui/desktop/theme"
	"regulars/ui/desktop/widgets"
)

// endings are the files that the dialog offers. What a file is, is decided by what is in it.
func endings() []string {
	return []string{".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv", ".txt", ".vcf", ".ldif", ".html", ".htm"}
}

// start asks for a file and lists the imports that were made before.
func (s *Screen) start() fyne.CanvasObject {
	text := s.words.Text
	choose := widgets.NewButton(text("import.choose"), "folder-open", s.choose).As(widgets.Primary)
	drop := widgets.Down(theme.SpaceM,
		container.NewCenter(widgets.NewIcon("file-spreadsheet", theme.ColorAccent).Sized(44)),
		widgets.Heading(text("import.drop")).Aligned(fyne.TextAlignCenter),
		widgets.Muted(text("import.kinds")).Aligned(fyne.TextAlignCenter),
		container.NewCenter(choose),
		container.NewCenter(widgets.Small(text("import.promise"))))
	parts := widgets.Down(theme.SpaceM)
	if p := s.problem(); p != nil {
		parts.Add(p)
	}
	parts.Add(widgets.Card(widgets.Padded(theme.SpaceXL, drop)))
	if before := s.before(); before != nil {
		parts.Add(before)
	}
	return container.NewVScroll(parts)
}

func (s *Screen) choose() { s.host.OpenFile(endings(), s.work.Open) }

// batchesShown is how many earlier imports are listed.
const batchesShown = 8

// before lists earlier imports, each of which can be taken back.
func (s *Screen) before() fyne.CanvasObject {
	list := s.work.Batches()
	if len(list) == 0 {
		return nil
	}
	box := widgets.Down(theme.SpaceS, widgets.Heading(s.words.Text("import.before")))
	for _, b := range list[:min(batchesShown, len(list))] {
		box.Add(s.batchLine(b))
	}
	return widgets.Card(box)
}

func (s *Screen) batchLine(b crm.Batch) fyne.CanvasObject {
	line := widgets.Across(theme.SpaceM, widgets.Strong(b.File), widgets.Muted(s.words.Day(b.Day)),
		widgets.Muted(s.words.Text("import.before.counts", "created", b.Created, "updated", b.Updated)), widgets.Spring())
	if b.Undone {
		line.Add(widgets.NewChip(s.words.Text("import.before.undone"), theme.Neutral))
		return line
	}
	line.Add(widgets.NewButton(s.words.Text("import.take-back"), "undo-2", func() { s.work.TakeBack(b.ID) }).Compact())
	return line
}
