using Decidua.Knowledge.Documents;

namespace Decidua.Knowledge.Tests;

/// <summary>
/// Damaged documents: cut off, lines and characters removed, doubled, exchanged. Whatever is left is read without an exception and
/// again with the same result, and every issue stands at a place that exists.
/// </summary>
public class FuzzTests
{
    private static readonly string[] Pieces =
        ["|", "-", "→", "not(", ")", "[", "..", ">", "1e9", "", "yes", "C+", "C>", "U", "F", "C", "## ", "---\n", "```\n", "> ", "    ", "\\|", "`", "overrides", "per kg", "28+0", "12 h", "\u0000", "\uD800", "𝟙"];

    private static void ShouldSurvive(SourceFile file, Func<SourceFile, LibraryReading> read)
    {
        var reading = read(file);
        foreach (var issue in reading.Issues)
        {
            var parts = issue.At.Split(':');
            if (parts.Length < 3 || parts[0] != file.Path) continue;
            var lines = file.NormalText.Split('\n');
            int.Parse(parts[1]).ShouldBeInRange(1, lines.Length, issue.ToString());
            int.Parse(parts[2]).ShouldBeInRange(1, lines[int.Parse(parts[1]) - 1].Length + 1, issue.ToString());
        }

        (reading.Library is null).ShouldBe(reading.Issues.Any(issue => issue.Severity == Clinical.Issues.Severity.Error));
    }

    private static LibraryReading ReadSmall(SourceFile file) => SmallKnowledge.Read(file);

    [Fact]
    public void Every_document_cut_off_anywhere()
    {
        foreach (var file in SmallKnowledge.Files)
            for (var length = 0; length < file.Text.Length; length += 5) ShouldSurvive(file with { Text = file.Text[..length] }, ReadSmall);
    }

    [Fact]
    public void Every_line_removed_doubled_or_exchanged_with_the_next()
    {
        foreach (var file in SmallKnowledge.Files)
        {
            var lines = file.Text.Split('\n');
            for (var line = 0; line < lines.Length; line++)
            {
                ShouldSurvive(file with { Text = string.Join('\n', lines.Where((_, index) => index != line)) }, ReadSmall);
                ShouldSurvive(file with { Text = string.Join('\n', lines.SelectMany((text, index) => index == line ? new[] { text, text } : [text])) }, ReadSmall);
                if (line + 1 == lines.Length) continue;
                var exchanged = (string[])lines.Clone();
                (exchanged[line], exchanged[line + 1]) = (exchanged[line + 1], exchanged[line]);
                ShouldSurvive(file with { Text = string.Join('\n', exchanged) }, ReadSmall);
            }
        }
    }

    [Fact]
    public void Every_cell_replaced_by_every_other_kind_of_cell()
    {
        var random = new Random(7);
        foreach (var file in SmallKnowledge.Files)
        {
            var lines = file.Text.Split('\n');
            for (var line = 0; line < lines.Length; line++)
            {
                if (!lines[line].StartsWith('|')) continue;
                var cells = lines[line].Split('|');
                for (var cell = 1; cell < cells.Length - 1; cell++)
                {
                    var changed = (string[])cells.Clone();
                    changed[cell] = $" {Pieces[random.Next(Pieces.Length)]} ";
                    ShouldSurvive(file with { Text = string.Join('\n', lines[..line].Append(string.Join('|', changed)).Concat(lines[(line + 1)..])) }, ReadSmall);
                }
            }
        }
    }

    [Fact]
    public void Random_damage_of_the_small_knowledge() => Damage(new Random(8), SmallKnowledge.Files, rounds: 1500, ReadSmall);

    [Fact]
    public void Random_damage_of_the_real_knowledge()
    {
        var files = KnowledgeFolder.Files();
        var without = files.Where(file => file.Folder is not ("cases" or "terminology")).ToList();
        Damage(new Random(9), without, rounds: 25, file => LibraryReader.Read(files.Select(other => other.Path == file.Path ? file : other)));
    }

    private static void Damage(Random random, IReadOnlyList<SourceFile> files, int rounds, Func<SourceFile, LibraryReading> read)
    {
        for (var round = 0; round < rounds; round++)
        {
            var file = files[random.Next(files.Count)];
            var text = file.Text;
            for (var hits = random.Next(1, 6); hits > 0 && text.Length > 0; hits--)
            {
                var at = random.Next(text.Length);
                text = random.Next(4) switch
                {
                    0 => text.Remove(at, Math.Min(random.Next(1, 40), text.Length - at)),
                    1 => text.Insert(at, Pieces[random.Next(Pieces.Length)]),
                    2 => text.Insert(at, text.Substring(at, Math.Min(random.Next(1, 80), text.Length - at))),
                    _ => text[..at] + (char)random.Next(32, 127) + text[(at + 1)..],
                };
            }

            ShouldSurvive(file with { Text = text }, read);
            if (round % 10 == 0) read(file with { Text = text }).Issues.ShouldBe(read(file with { Text = text }).Issues);
        }
    }
}
