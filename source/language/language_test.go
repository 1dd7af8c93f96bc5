package language

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestDetect(t *testing.T) {
	const english = "The foreign ministers of Varenia and Kestria met in Selmark on Tuesday and agreed to speak again within the month."
	tests := []struct {
		name, text, declared, want string
		sure                       bool
	}{
		{"English", english, "", "en", true},
		{"English, declared German", english, "de-DE", "en", true},
		{"French", "Les ministres des affaires étrangères de Varénie et de Kestrie se sont réunis mardi à Selmark et ont convenu de se revoir avant la fin du mois.", "", "fr", true},
		{"German", "Die Außenminister von Varenien und Kestrien trafen sich am Dienstag in Selmark und einigten sich darauf, noch in diesem Monat weiterzuverhandeln.", "", "de", true},
		{"German, declared English", "Die Außenminister von Varenien und Kestrien trafen sich am Dienstag in Selmark und einigten sich darauf, noch in diesem Monat weiterzuverhandeln.", "en", "de", true},
		{"Spanish", "Los ministros de Exteriores de Varenia y Kestria se reunieron el martes en Selmark y acordaron volver a hablar antes de que termine el mes.", "", "es", true},
		{"Russian", "Министры иностранных дел Варении и Кестрии встретились во вторник в Сельмарке и договорились продолжить переговоры до конца месяца.", "", "ru", true},
		{"Arabic", "التقى وزيرا خارجية فارينيا وكستريا يوم الثلاثاء في سلمارك واتفقا على مواصلة المحادثات قبل نهاية الشهر الجاري في العاصمة.", "", "ar", true},
		{"Turkish", "Varenya ve Kestriya dışişleri bakanları salı günü Selmark'ta bir araya geldi ve görüşmelerin ay sonundan önce sürdürülmesi konusunda anlaştı.", "", "tr", true},
		{"Chinese", "瓦雷尼亚和凯斯特里亚两国外交部长星期二在塞尔马克举行会谈，双方同意在本月底之前继续进行谈判，并就停火问题交换了意见。两国外长还表示，将在下周派出代表团前往首都，就边境地区的人道主义援助问题进行进一步磋商，争取早日达成协议。", "", "zh", true},
		{"Italian", "I ministri degli Esteri di Varenia e Kestria si sono incontrati martedì a Selmark e hanno deciso di riprendere i colloqui entro la fine del mese.", "", "it", true},
		{"short, declared", "Talks resume", "en", "en", false},
		{"short, declared otherwise", "Selmark", "fr-FR", "fr", false},
		{"short, not clear", "Tolm, Ardo", "", "", false},
		{"short, another script", "停火谈判重新开始", "", "zh", false},
		{"no letters", "12 : 34", "en", "en", false},
		{"nothing", "", "", "", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, sure := Detect(tt.text, tt.declared)
			if got != tt.want || sure != tt.sure {
				t.Errorf("Detect(_, %q) = %q, %v, want %q, %v", tt.declared, got, sure, tt.want, tt.sure)
			}
		})
	}
}

func TestCode(t *testing.T) {
	for in, want := range map[string]string{
		"en": "en", "en-GB": "en", "EN_us": "en", "eng": "en", " fr ": "fr", "de, en": "de",
		"": "", "english": "", "x": "", "1a": "", "qqq": "",
	} {
		if got := Code(in); got != want {
			t.Errorf("Code(%q) = %q, want %q", in, got, want)
		}
	}
}

// TestEnglishNews checks that stories known to be English are taken for it.
func TestEnglishNews(t *testing.T) {
	files, _ := filepath.Glob("../../../shared/data/news/*-articles.jsonl.gz")
	if len(files) == 0 {
		t.Skip("no stories beside the project")
	}
	total, english := 0, 0
	for _, f := range files {
		for _, text := range texts(t, f, 1500) {
			if letters(text) < short {
				continue
			}
			total++
			if code, _ := Detect(text, ""); code == "en" {
				english++
			} else if testing.Verbose() {
				t.Logf("%q: %.100q", code, text)
			}
		}
	}
	t.Logf("%d of %d stories are taken for English", english, total)
	if float64(english) < 0.995*float64(total) {
		t.Errorf("only %d of %d stories are taken for English", english, total)
	}
}

// texts returns the first n texts of a gzipped file of stories, one a line.
func texts(t *testing.T, file string, n int) []string {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 1<<24)
	var out []string
	for lines.Scan() && len(out) < n {
		var story struct{ Text string }
		if err := json.Unmarshal(lines.Bytes(), &story); err != nil {
			t.Fatal(err)
		}
		out = append(out, story.Text)
	}
	return out
}

func BenchmarkDetect(b *testing.B) {
	const story = "The foreign ministers of Varenia and Kestria met in Selmark on Tuesday and agreed to speak again within the month. "
	text := strings.Repeat(story, 30)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Detect(text, "en")
	}
}

func FuzzDetect(f *testing.F) {
	f.Add("The talks go on.", "en")
	f.Add("\xff\xfe", "x-\x00")
	f.Fuzz(func(t *testing.T, text, declared string) {
		code, _ := Detect(text, declared)
		if len(code) != 0 && len(code) != 2 {
			t.Errorf("Detect(%q, %q) = %q", text, declared, code)
		}
	})
}
