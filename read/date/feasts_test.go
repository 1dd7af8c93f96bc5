package date

import (
	"testing"
	"time"
)

// TestFeasts holds the calendars to days that are known; the Islamic ones are
// those of the tabular calendar, one off at most.
func TestFeasts(t *testing.T) {
	for _, c := range []struct{ name, day string }{
		{"Easter", "2016-03-27"}, {"Orthodox Easter", "2016-05-01"}, {"Orthodox Easter", "2023-04-16"}, {"Pentecost", "2015-05-24"},
		{"Rosh Hashanah", "2018-09-10"}, {"Rosh Hashanah", "2023-09-16"}, {"Yom Kippur", "2015-09-23"}, {"Yom Kippur", "2020-09-28"},
		{"Passover", "2018-03-31"}, {"Passover", "2024-04-23"}, {"Hanukkah", "2018-12-03"}, {"Hanukkah", "2016-12-25"}, {"Hanukkah", "2023-12-08"},
		{"Purim", "2024-03-24"}, {"Sukkot", "2018-09-24"}, {"Shavuot", "2018-05-20"},
		{"Tisha B'Av", "2018-07-22"}, {"Tisha B'Av", "2023-07-27"}, {"Holocaust Remembrance Day", "2018-04-12"}, {"Holocaust Remembrance Day", "2024-05-06"},
		{"Simchat Torah", "2018-10-02"}, {"Clean Monday", "2018-02-19"}, {"Shrove Tuesday", "2018-02-13"}, {"Black Friday", "2017-11-24"},
		{"Laylat al-Qadr", "2018-06-11"}, {"Isra and Mi'raj", "2018-04-13"}, {"Jumu'atul-Wida", "2018-06-08"},
		{"Tu BiShvat", "2018-01-31"}, {"Tu BiShvat", "2023-02-06"}, {"Tu BiShvat", "2024-01-25"}, {"Shemini Atzeret", "2018-10-01"},
		{"Lag BaOmer", "2017-05-14"}, {"Lag BaOmer", "2024-05-26"}, {"Israel's Independence Day", "2018-04-19"}, {"Israel's Independence Day", "2024-05-14"},
		{"Israel's Independence Day", "2023-04-26"}, {"Israel's Independence Day", "2021-04-15"}, {"Lunar New Year", "2018-02-16"}, {"Lunar New Year", "2026-02-17"},
		{"Eid al-Fitr", "2015-07-17"}, {"Eid al-Fitr", "2018-06-15"}, {"Eid al-Adha", "2018-08-22"}, {"Eid al-Adha", "2024-06-17"},
		{"Ashura", "2018-09-21"}, {"Nowruz", "2015-03-21"}, {"Nowruz", "2016-03-20"}, {"Thanksgiving", "2017-11-23"},
	} {
		want, _ := time.Parse(time.DateOnly, c.day)
		off := int(holidays[c.name](want.Year()).Sub(want).Hours() / 24)
		if moon := c.name[0] == 'E' && c.name[1] == 'i' || c.name == "Ashura" || c.name == "Laylat al-Qadr" || c.name == "Isra and Mi'raj"; off != 0 && (!moon || off < -1 || off > 1) {
			t.Errorf("%s %d is %s, want %s", c.name, want.Year(), holidays[c.name](want.Year()).Format(time.DateOnly), c.day)
		}
	}
	for _, h := range holidayNames {
		if holidays[h.name] == nil {
			t.Errorf("no calendar computes %s", h.name)
		}
	}
}
