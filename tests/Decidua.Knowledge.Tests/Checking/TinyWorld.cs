using Decidua.Knowledge.Documents;

namespace Decidua.Knowledge.Tests.Checking;

/// <summary>
/// Random tables over four small facts, and every woman that these facts can tell apart, so that the checker can be compared with
/// counting. Cells are evaluated here by rules of their own, not by the reader.
/// </summary>
internal sealed class TinyWorld(Random random)
{
    /// <summary>One woman: colour 0..2, flag 0..1, parts 0..5, level 0 to 6 in halves (doubled).</summary>
    public sealed record Woman(int Colour, int Flag, int Parts, int Level)
    {
        public override string ToString() => $"colour {Colours[Colour]}, flag {(Flag == 1 ? "yes" : "no")}, parts {Parts}, level {Level / 2m:0.#}";
    }

    /// <summary>A cell as written and the values (of one fact) that it means.</summary>
    public sealed record Cell(string Text, Func<int, bool> Means);

    /// <summary>A row: one cell per fact.</summary>
    public sealed record Row(string Id, Cell[] Cells)
    {
        public bool AppliesTo(Woman woman) => Cells[0].Means(woman.Colour) && Cells[1].Means(woman.Flag) && Cells[2].Means(woman.Parts) && Cells[3].Means(woman.Level);
    }

    private const string Vocabulary = """
        ---
        id: tiny
        title: Tiny
        ---

        ## Facts

        | fact | type | unit | range | if absent | question | codes |
        |---|---|---|---|---|---|---|
        | colour | one of: red, green, blue | - | - | unknown | ? | - |
        | flag | yes/no | - | - | unknown | ? | - |
        | parts | count | - | [0..5] | unknown | ? | - |
        | level | number | - | [0..6] | unknown | ? | - |
        """;

    private static readonly string[] Colours = ["red", "green", "blue"];
    private static readonly Cell Any = new("-", _ => true);

    public static IReadOnlyList<Woman> Everyone { get; } =
    [
        .. from colour in Enumerable.Range(0, 3)
           from flag in Enumerable.Range(0, 2)
           from parts in Enumerable.Range(0, 6)
           from level in Enumerable.Range(0, 13)
           select new Woman(colour, flag, parts, level),
    ];

    public List<Row> Rows(int most) => [.. Enumerable.Range(1, random.Next(1, most + 1)).Select(number => new Row($"R{number}", [Colour(), Flag(), Parts(), Level()]))];

    /// <summary>Reads a guideline with one table whose rows have the given cells after the inputs.</summary>
    public static LibraryReading Read(string policy, string outputs, IEnumerable<(Row Row, string Cells)> rows, string derived = "")
    {
        var columns = outputs.Split('|').Length;
        var text = $"""
            ---
            id: tiny-2026
            title: Tiny
            publisher: Nobody
            edition: first
            published: 2026-01
            jurisdiction: GB
            channel: test
            ---
            {derived}
            ## Table

            | {policy} | colour | flag | parts | level | {outputs} | source | checked |
            |---|---|---|---|---|{string.Concat(Enumerable.Repeat("---|", columns))}---|---|

            """;
        text += string.Concat(rows.Select(row => $"| {row.Row.Id} | {string.Join(" | ", row.Row.Cells.Select(cell => cell.Text))} | {row.Cells} | p. 1 | primary |\n"));
        return LibraryReader.Read([new SourceFile("vocabulary/tiny.md", Vocabulary), new SourceFile("guidelines/tiny-2026.md", text)]);
    }

    private Cell Colour() => random.Next(3) == 0 ? Any : OneOf(Colours);

    private Cell Flag() => random.Next(2) == 0 ? Any : OneOf(["no", "yes"]);

    private Cell OneOf(string[] names)
    {
        var picked = Enumerable.Range(0, names.Length).Where(_ => random.Next(2) == 0).ToArray();
        if (picked.Length == 0) picked = [random.Next(names.Length)];
        if (picked.Length == names.Length) return new(string.Join(", ", names), _ => true);
        var listed = string.Join(", ", picked.Select(index => names[index]));
        return random.Next(2) == 0 ? new(listed, picked.Contains) : new($"not({listed})", value => !picked.Contains(value));
    }

    private Cell Parts() => random.Next(2) == 0 ? Any : Compared(5, 1);

    private Cell Level() => random.Next(2) == 0 ? Any : Compared(6, 2);

    /// <summary>A test of a number; values are counted in steps of 1/scale.</summary>
    private Cell Compared(int highest, int scale)
    {
        var at = random.Next(0, highest);
        var to = random.Next(at + 1, highest + 1);
        var (low, high) = (at * scale, to * scale);
        return random.Next(8) switch
        {
            0 => new($"> {at}", value => value > low),
            1 => new($">= {at}", value => value >= low),
            2 => new($"< {to}", value => value < high),
            3 => new($"<= {at}", value => value <= low),
            4 => new($"[{at}..{to})", value => value >= low && value < high),
            5 => new($"[{at}..{to}]", value => value >= low && value <= high),
            6 => new($"not({to})", value => value != high),
            _ => new($"{at}, {to}", value => value == low || value == high),
        };
    }
}
