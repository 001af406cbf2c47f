using System.Text;
using Decidua.Clinical.Issues;
using Decidua.Knowledge;
using Decidua.Knowledge.Documents;
using Decidua.Knowledge.Values;
using Decidua.Knowledge.Vocabulary;
using Decidua.Reasoning.Facts;

namespace Decidua.Reasoning.Tests.Compiling;

/// <summary>
/// Random guidelines over seven small facts, with tables of every hit policy, values that read one another, advice that combines and
/// exceptions to exceptions. Most of them pass the checker; the others are not used.
/// </summary>
internal sealed class RandomDocument
{
    private const string VocabularyText = """
        ---
        id: tiny
        title: Tiny
        ---

        ## Facts

        | fact | type | unit | range | if absent | question |
        |---|---|---|---|---|---|
        | colour | one of: red, green, blue | - | - | unknown | ? |
        | flag | yes/no | - | - | presumed no | ? |
        | mark | yes/no | - | - | presumed yes | ? |
        | parts | count | - | [0..4] | unknown | ? |
        | level | number | - | (0..6) | unknown | ? |
        | weight | number | kg | [40..100] | unknown | ? |
        | gestation | gestation | - | [10+0..40+0] | unknown | ? |
        """;

    private static readonly string[] Colours = ["red", "green", "blue"];
    private readonly Random random;
    private readonly List<(string Address, bool MayBeSetAside)> addresses = [];
    private readonly StringBuilder text = new();
    private int rowNumber;

    /// <summary>Every value of every fact that the documents can tell apart (numbers on and between the cuts).</summary>
    public static IReadOnlyDictionary<string, decimal[]> Probes { get; } = new Dictionary<string, decimal[]>
    {
        ["parts"] = [0, 1, 2, 3, 4], ["level"] = [0.5m, 1, 1.5m, 2, 2.5m, 3, 3.5m, 4, 4.5m, 5, 5.5m], ["weight"] = [40, 55, 70, 70.5m, 85, 85.2m, 100], ["gestation"] = [70, 97, 98, 196, 280],
    };

    /// <summary>The library with the document, or null when the checker refuses it. Rows that can never apply are taken out first.</summary>
    public Library? Read()
    {
        for (var attempt = 0; attempt < 4; attempt++)
        {
            var reading = LibraryReader.Read([new SourceFile("vocabulary/tiny.md", VocabularyText), new SourceFile("guidelines/tiny-2026.md", Text)]);
            if (reading.Library is { } library) return library;
            var useless = reading.Issues.Where(issue => issue.Code == IssueCode.Unreachable).Select(issue => int.Parse(issue.At.Split(':')[1]) - 1).ToHashSet();
            Text = string.Join('\n', Text.Split('\n').Where((_, line) => !useless.Contains(line)));
        }

        return null;
    }

    /// <summary>The document.</summary>
    public string Text { get; private set; }

    /// <summary>Writes the document of a seed.</summary>
    public RandomDocument(int seed)
    {
        random = new Random(seed);
        text.Append("---\nid: tiny-2026\ntitle: Tiny\npublisher: Nobody\nedition: first\npublished: 2026-01\njurisdiction: GB\nchannel: test\n---\n\n");
        text.Append("## Derived\n\n| fact | type | range | meaning |\n|---|---|---|---|\n| score | count | [0..40] | x |\n| tier | one of: high, middle, low | | x |\n| worst | one of: severe, mild, nothing | | x |\n| grade | count | [0..9] | x |\n| switch | yes/no | | x |\n\n");
        FactList("Score", "C+", "→ score", random.Next(2, 6), () => $"{random.Next(0, 4)}");
        Table("Score, two", "C+", ["colour", "parts", "flag"], "→ score", random.Next(1, 4), () => $"{random.Next(1, 4)}");
        Table("Tier", "F", ["score", "colour"], "→ tier", random.Next(1, 4), () => OneOf("high", "middle", "low"), last: "low");
        FactList("Worst", "C>", "→ worst", random.Next(1, 4), () => OneOf("severe", "mild", "nothing"), last: "nothing");
        Table("Grade", "C>", ["level", "mark"], "→ grade", random.Next(1, 4), () => $"{random.Next(0, 10)}");
        Complete("Switch", ["tier", "flag"], "→ switch", () => OneOf("yes", "no"));
        Complete("Advice by score", ["score", "colour"], AdviceColumns, () => Advice("LMWH"));
        Complete("Advice by tier", ["tier", "mark"], AdviceColumns, () => Advice(OneOf("LMWH", "LMWH", "aspirin")), mayBeSetAside: true);
        Table("Advice of the first", "F", ["worst", "parts", "flag"], AdviceColumns, random.Next(1, 4), () => Advice(OneOf("LMWH", "aspirin")), last: "- | - | - | - | -", mayBeSetAside: true);
        Table("Advice of all", "C", ["switch", "level", "colour"], AdviceColumns, random.Next(2, 6), () => Advice(OneOf("LMWH", "aspirin")), mayBeSetAside: true);
        Table("Safety", "C", ["grade", "gestation"], "→ advice | → subject", 2, () => $"{OneOf("contraindicated", "hold", "refer")} | LMWH");
        Complete("Dose", ["weight"], "→ dose (mg)", () => OneOf("20", "40", "0.5 per kg", "-"));
        Table("Note", "F", ["worst", "switch"], "→ note", 2, () => OneOf("24 h", "12 h", "none"), last: "-", mayBeSetAside: true);
        Text = text.ToString();
    }

    private const string AdviceColumns = "→ advice | → subject | → intensity | → from | → until";

    /// <summary>A woman whose facts are sets: some known, some narrowed, some open; gestation is always known.</summary>
    public WomanFacts Woman(FactVocabulary vocabulary, double open)
    {
        var facts = WomanFacts.None(vocabulary);
        foreach (var fact in vocabulary.Facts)
        {
            var values = Values(fact);
            var wide = fact.Name != "gestation" && random.NextDouble() < open;
            facts = facts.With(fact, wide && random.Next(2) == 0 ? fact.Type.Everything : wide ? Narrowed(fact) : values[random.Next(values.Count)]);
        }

        return facts;
    }

    /// <summary>All known women among those that the facts still allow.</summary>
    public static IEnumerable<WomanFacts> Concrete(WomanFacts facts)
    {
        IEnumerable<WomanFacts> women = [facts];
        foreach (var fact in facts.Vocabulary.Facts.Where(fact => !facts[fact].Values.IsSingle))
            women = women.SelectMany(woman => Values(fact).Where(value => value.IsWithin(facts[fact].Values)).Select(value => woman.With(fact, value)));
        return women;
    }

    private static List<ValueSet> Values(Fact fact) => fact.Type.IsNumeric
        ? [.. Probes[fact.Name].Select(value => new ValueSet.Numbers(Interval.Point(value)))]
        : [.. Enumerable.Range(0, fact.Type.Choices.Length).Select(index => new ValueSet.Choices(1UL << index))];

    private ValueSet Narrowed(Fact fact)
    {
        if (!fact.Type.IsNumeric) return new ValueSet.Choices((ulong)random.Next(1, 1 << fact.Type.Choices.Length));
        var ends = Probes[fact.Name].OrderBy(_ => random.Next()).Take(2).Order().ToArray();
        return fact.Type.Numbers(Interval.Closed(ends[0], ends[1]));
    }

    private void FactList(string title, string policy, string output, int rows, Func<string> cells, string? last = null)
    {
        Head(title, policy, "fact | is", output);
        for (var row = 0; row < rows; row++)
        {
            var fact = OneOf("colour", "flag", "mark", "parts", "level");
            Row(title, $"{fact} | {Test(fact)}", cells(), mayBeSetAside: false);
        }

        if (last is not null) Row(title, "- | -", last, mayBeSetAside: false);
        text.Append('\n');
    }

    private void Table(string title, string policy, string[] inputs, string outputs, int rows, Func<string> cells, string? last = null, bool mayBeSetAside = false)
    {
        Head(title, policy, string.Join(" | ", inputs), outputs);
        for (var row = 0; row < rows; row++)
            Row(title, string.Join(" | ", inputs.Select(input => random.Next(3) == 0 ? "-" : Test(input))), cells(), mayBeSetAside);
        if (last is not null) Row(title, string.Join(" | ", inputs.Select(_ => "-")), last, mayBeSetAside: false);
        text.Append('\n');
    }

    /// <summary>A table with U: the first input is cut into blocks, some of which are cut again by the second.</summary>
    private void Complete(string title, string[] inputs, string outputs, Func<string> cells, bool mayBeSetAside = false)
    {
        Head(title, "U", string.Join(" | ", inputs), outputs);
        foreach (var first in Blocks(inputs[0]))
        {
            if (inputs.Length == 1) Row(title, first, cells(), mayBeSetAside);
            else if (random.Next(2) == 0) Row(title, $"{first} | -", cells(), mayBeSetAside);
            else
                foreach (var second in Blocks(inputs[1])) Row(title, $"{first} | {second}", cells(), mayBeSetAside);
        }

        text.Append('\n');
    }

    private void Head(string title, string policy, string inputs, string outputs)
    {
        var columns = inputs.Split('|').Length + outputs.Split('|').Length + 4;
        text.Append($"## {title}\n\n| {policy} | {inputs} | {outputs} | source | checked | overrides |\n|{string.Concat(Enumerable.Repeat("---|", columns))}\n");
    }

    /// <summary>An exception names rows that stand before it, so exceptions make no circle.</summary>
    private void Row(string title, string inputs, string outputs, bool mayBeSetAside)
    {
        var id = $"R{++rowNumber}";
        var candidates = addresses.Where(one => one.MayBeSetAside).ToList();
        var aside = mayBeSetAside && candidates.Count > 0 && random.Next(4) == 0 ? candidates[random.Next(candidates.Count)].Address : "-";
        text.Append($"| {id} | {inputs} | {outputs} | p. 1 | primary | {aside} |\n");
        addresses.Add(($"{Slug.Of(title)}/{id}", mayBeSetAside || title == "Advice by score"));
    }

    private string Advice(string subject) => random.Next(5) == 0 ? "- | - | - | - | -"
        : random.Next(4) == 0 ? $"no need | {subject} | - | - | -"
        : $"{OneOf("offer", "consider")} | {subject} | {OneOf("-", "prophylactic", "high prophylactic", "therapeutic")} | {OneOf("now", "later of (now, 28+0)", "14+0", "-")} | {OneOf("labour", "birth + 10 d", "discharge", "-")}";

    private string[] Blocks(string input) => input switch
    {
        "colour" => random.Next(2) == 0 ? ["red", "green, blue"] : [.. Colours],
        "flag" or "mark" or "switch" => ["yes", "no"],
        "tier" => random.Next(2) == 0 ? ["high", "middle", "low"] : ["high, low", "middle"],
        "score" => random.Next(2) == 0 ? ["< 2", "[2..5)", ">= 5"] : ["< 3", ">= 3"],
        "weight" => ["< 55", "[55..70]", "(70..85]", "> 85"],
        _ => throw new InvalidOperationException(input),
    };

    private string Test(string input) => input switch
    {
        "colour" => OneOf("red", "green", "red, blue", "not(blue)"),
        "flag" or "mark" or "switch" => OneOf("yes", "no"),
        "tier" => OneOf("high", "middle", "low", "high, middle"),
        "worst" => OneOf("severe", "mild", "nothing", "not(nothing)"),
        "score" => OneOf("> 1", ">= 3", "< 4", "2", "[1..5)"),
        "grade" => OneOf("> 3", "0", "<= 2"),
        "parts" => OneOf("> 1", "<= 2", "3", "[1..3]", "0, 4"),
        "level" => OneOf("> 2", "<= 3", "[1..4)", "(2..5]", "3", "not([2..4])"),
        "gestation" => OneOf("< 14+0", ">= 28+0", "[14+0..28+0)"),
        _ => throw new InvalidOperationException(input),
    };

    private string OneOf(params string[] words) => words[random.Next(words.Length)];
}
