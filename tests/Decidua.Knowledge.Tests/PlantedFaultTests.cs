using Decidua.Clinical.Issues;
using Decidua.Knowledge.Documents;

namespace Decidua.Knowledge.Tests;

/// <summary>
/// One fault at a time is planted in clean knowledge. The reader must name it with its code, its exact line and column (which the
/// test counts for itself), what was expected and what was found; nothing else may be reported, and nothing may load.
/// </summary>
public class PlantedFaultTests
{
    private const string Guideline = SmallKnowledge.GuidelinePath;
    private const string Words = SmallKnowledge.VocabularyPath;

    /// <param name="file">The file with the fault.</param>
    /// <param name="code">The code that is expected.</param>
    /// <param name="at">The text at whose beginning the issue must stand; empty for the first line of the file.</param>
    /// <param name="says">What message and remedy must contain.</param>
    private static void ShouldReport(SourceFile file, string code, string at, params string[] says)
    {
        var reading = SmallKnowledge.Read(file);
        reading.Library.ShouldBeNull("knowledge with a fault never loads");
        var issue = reading.Issues.ShouldHaveSingleItem();
        issue.Code.ShouldBe(code);
        issue.Severity.ShouldBe(Severity.Error);
        issue.At.ShouldBe(at.Length == 0 ? $"{file.Path}:1:1" : SmallKnowledge.PlaceOf(file, at));
        foreach (var said in says) $"{issue.Message} {issue.Remedy}".ShouldContain(said);
    }

    private static void ShouldReport(string path, string found, string put, string code, string at, params string[] says) =>
        ShouldReport(SmallKnowledge.With(path, found, put), code, at, says);

    [Theory]
    [InlineData("publisher: Nobody\n", "", "", "'publisher'")]
    [InlineData("id: small-2026", "id: Small 2026", "", "'Small 2026'")]
    [InlineData("title: A small guideline\n", "title: A small guideline\nurl: [a, b]\n", "[a, b]", "'url'")]
    [InlineData("publisher: Nobody\n", "publisher: \"Nobody\n", "\"Nobody", "not YAML")]
    public void D3001_front_matter(string found, string put, string at, string says)
    {
        var file = SmallKnowledge.With(Guideline, found, put);
        var issues = SmallKnowledge.Read(file).Issues;
        var place = at.Length == 0 ? $"{Guideline}:1:1" : SmallKnowledge.PlaceOf(file, at);
        issues.ShouldContain(issue => issue.Code == IssueCode.MissingFrontMatter && issue.At == place && issue.Message.Contains(says));
    }

    [Fact]
    public void D3001_no_front_matter_at_all() =>
        ShouldReport(new SourceFile("guidelines/other.md", "# Only prose\n"), IssueCode.MissingFrontMatter, "", "between two lines of '---'");

    [Theory]
    [InlineData("| SC-1 | age | > 35 | 1 | p. 1 | primary |", "| SC-1 | age | > 35 | 1 | primary |", "SC-1 | age", "Expected 6 cells", "found 5")]
    [InlineData("| U | score | tier |", "| X | score | tier |", "X | score | tier", "U, F, C, C+ or C>", "'X'")]
    [InlineData("| C+ | fact | is | → score |", "| U | fact | is | → score |", "U | fact | is | → score", "go with F, C, C+ and C>")]
    [InlineData("| → advice | → subject | → from | source | checked | overrides |", "| → advice | → from | → reason | source | checked | overrides |", "F | clot | varicose", "both '→ advice' and '→ subject'")]
    [InlineData("| F | worst | allergy |", "| C> | worst | allergy |", "C> | worst", "one output")]
    [InlineData("| F | worst | allergy | → before the needle | → note for the ward |", "| F | worst | allergy | → at risk | → note for the ward |", "F | worst", "no other output")]
    public void D3002_tables(string found, string put, string at, params string[] says)
    {
        var file = SmallKnowledge.With(Guideline, found, put);
        var issues = SmallKnowledge.Read(file).Issues;
        issues.ShouldContain(issue => issue.Code == IssueCode.MalformedTable && issue.At == SmallKnowledge.PlaceOf(file, at)
            && says.All(issue.Message.Contains), string.Join('\n', issues));
    }

    [Theory]
    [InlineData("| SC-1 | age |", "| SC-1 | aeg |", "aeg", "'aeg'", "Did you mean 'age'?")]
    [InlineData("| C+ | smoker | gestation |", "| C+ | smoker | gestatoin |", "gestatoin", "Did you mean 'gestation'?")]
    [InlineData("| U | score | tier |", "| U | scroe | tier |", "scroe", "Did you mean 'score'?")]
    [InlineData("| SC-3 | smoker |", "| SC-3 | a fact that nobody declared |", "a fact that nobody", "Expected a fact of the vocabulary")]
    public void D3003_names(string found, string put, string at, params string[] says) =>
        ShouldReport(Guideline, found, put, IssueCode.UnknownName, at, says);

    [Theory]
    [InlineData("| SC-1 | age | > 35 |", "| SC-1 | age | over 35 |", "over 35", "a whole number such as 3", "'over 35'")]
    [InlineData("| SC-1 | age | > 35 |", "| SC-1 | age | > 35.5 |", "> 35.5", "a whole number", "'> 35.5'")]
    [InlineData("| SC-1 | age | > 35 |", "| SC-1 | age |  |", "| 1 | p. 1 | primary |\n| SC-2a", "or - where any value passes")]
    [InlineData("| SC-2a | booking BMI | [30..40) |", "| SC-2a | booking BMI | [40..30) |", "[40..30)", "No value can pass")]
    [InlineData("| SE-1 | yes | < 14+0 |", "| SE-1 | yes | < 14+7 |", "< 14+7", "a gestational age")]
    [InlineData("| bed rest | >= 3 d |", "| bed rest | >= 3 days |", ">= 3 days", "a length of time", "'>= 3 days'")]
    [InlineData("| AR-2 | < 3 |", "| AR 2 | < 3 |", "AR 2", "a row id", "'AR 2'")]
    public void D3004_cells(string found, string put, string at, params string[] says) =>
        ShouldReport(Guideline, found, put, IssueCode.MalformedCell, at, says);

    [Theory]
    [InlineData("| SC-4 | clot | one |", "| SC-4 | clot | onne |", "onne", "none, one, several", "'onne'", "Did you mean 'one'?")]
    [InlineData("| SC-3 | smoker | yes |", "| SC-3 | smoker | true |", "true", "no, yes", "'true'")]
    [InlineData("| CL-2 | pregnant | one, several |", "| CL-2 | pregnant | one, severel |", "one, severel", "'severel'", "Did you mean 'several'?")]
    [InlineData("| TI-1 | clot | not(none) |", "| TI-1 | clot | not(nne) |", "nne)", "'nne'", "Did you mean 'none'?")]
    public void D3005_choices(string found, string put, string at, params string[] says) =>
        ShouldReport(Guideline, found, put, IssueCode.UnknownChoiceInCell, at, says);

    [Theory]
    [InlineData("| SC-1 | age | > 35 |", "| SC-1 | age | > 350 |", "> 350", "10 to 65", "'350'")]
    [InlineData("| SE-1 | yes | < 14+0 |", "| SE-1 | yes | < 45+0 |", "< 45+0", "0+0 to 44+6", "'45+0'")]
    [InlineData("| PR-1 | pregnant | >= 4 |", "| PR-1 | pregnant | >= 44 |", ">= 44", "0 to 12", "'44'")]
    [InlineData("| score | count | [0..12] |", "| score | count | [0..8] |", "score | count", "'score' can reach 11", "up to 8")]
    public void D3006_ranges(string found, string put, string at, params string[] says) =>
        ShouldReport(Guideline, found, put, IssueCode.CellOutOfRange, at, says);

    [Theory]
    [InlineData("dosing weight (lb)", "'lb'", "'kg'")]
    [InlineData("dosing weight (mg)", "'mg'", "'kg'")]
    public void D3007_unit_in_a_heading(string put, params string[] says)
    {
        var file = SmallKnowledge.With(Guideline, "dosing weight (kg)", put);
        var issue = SmallKnowledge.Read(file).Issues.First(issue => issue.Code == IssueCode.WrongUnitInHeading);
        issue.At.ShouldBe(SmallKnowledge.PlaceOf(file, put));
        foreach (var said in says) issue.Message.ShouldContain(said);
    }

    [Theory]
    [InlineData("| PR-2 | pregnant | 3 |", "| PR-2 | pregnant | [3..4] |", "PR-2", "rows PR-1 and PR-2", "a woman with phase pregnant, score 4")]
    [InlineData("| DO-2 | [50..90] |", "| DO-2 | [45..90] |", "DO-2", "rows DO-1 and DO-2", "a woman with dosing weight 45 kg")]
    [InlineData("| DO-3 | (90..170] |", "| DO-3 | [90..170] |", "DO-3", "rows DO-2 and DO-3", "a woman with dosing weight 90 kg")]
    [InlineData("| AR-2 | < 3 | high |", "| AR-2 | < 3 | - |", "AR-3", "rows AR-2 and AR-3", "a woman with score 0, tier middle")]
    public void D3008_overlaps_with_the_right_example(string found, string put, string at, params string[] says) =>
        ShouldReport(Guideline, found, put, IssueCode.Overlap, at, says);

    [Theory]
    [InlineData("| DO-3 | (90..170] |", "| DO-3 | (91..170] |", "U | dosing weight", "'Dose'", "none applies to a woman with dosing weight 91 kg")]
    [InlineData("| DO-1 | < 50 |", "| DO-1 | < 49.5 |", "U | dosing weight", "a woman with dosing weight 49.5 kg")]
    [InlineData("| DO-3 | (90..170] |", "| DO-3 | (90..170) |", "U | dosing weight", "a woman with dosing weight 170 kg")]
    [InlineData("| AR-3 | < 3 | middle, low |", "| AR-3 | < 3 | middle |", "U | score | tier", "a woman with score 0, tier low")]
    [InlineData("| PR-4 | postpartum | >= 2 |", "| PR-4 | postpartum | > 2 |", "U | phase | score", "a woman with phase postpartum, score 2")]
    [InlineData("| TI-0 | - | - | low |", "| TI-0 | clot | one | low |", "F | fact | is | → tier", "none applies to a woman with clot none, score 0, bed rest 0 h")]
    [InlineData("| WO-0 | - | - | nothing |", "| WO-0 | bleeding | spotting | nothing |", "C> | fact | is | → worst", "a woman with bleeding none")]
    public void D3009_gaps_with_the_right_example(string found, string put, string at, params string[] says)
    {
        var file = SmallKnowledge.With(Guideline, found, put);
        var issues = SmallKnowledge.Read(file).Issues;
        var gap = issues.Where(issue => issue.Code == IssueCode.Gap).ShouldHaveSingleItem();
        gap.At.ShouldBe(SmallKnowledge.PlaceOf(file, at));
        foreach (var said in says) gap.Message.ShouldContain(said);
        issues.ShouldAllBe(issue => issue.Code == IssueCode.Gap || issue.Code == IssueCode.Unreachable);
    }

    [Fact]
    public void D3009_a_gap_that_is_out_of_scope_is_listed_there()
    {
        var gap = SmallKnowledge.With(Guideline, "| SP-0 | - | - |", "| SP-0 | none | no |").Text.Replace("| SP-0 | none | no | - | - | - | p. 4 | primary | - |\n", "");
        var file = new SourceFile(Guideline, gap);
        ShouldReport(file, IssueCode.Gap, "F | clot | varicose", "a woman with clot none, varicose veins no");
        var listed = new SourceFile(Guideline, gap.Replace("Nothing is out of scope.", "Women without a clot, in the table *Specialist*."));
        SmallKnowledge.Read(listed).Issues.ShouldBeEmpty();
    }

    [Fact]
    public void D3010_a_row_that_earlier_rows_make_useless() =>
        ShouldReport(Guideline, "| TI-3 | bed rest | >= 3 d |", "| TI-3 | score | [4..6] |", IssueCode.Unreachable, "TI-3", "TI-3", "'Tier'");

    [Fact]
    public void D3011_avoid_meets_offer()
    {
        ShouldReport(Guideline, "| CL-3 | not pregnant |", "| CL-3 | postpartum |", IssueCode.ContradictoryAdvice, "PR-4",
            "small-2026/clots/CL-3 says avoid LMWH", "small-2026/prophylaxis/PR-4 says offer", "a woman with phase postpartum, score 2", "'overrides'");
        var file = SmallKnowledge.With(Guideline, "| CL-3 | not pregnant | - | - | avoid | LMWH | - | - | - | no reason | - | p. 4 | primary | - |",
            "| CL-3 | postpartum | - | - | avoid | LMWH | - | - | - | no reason | - | p. 4 | primary | prophylaxis/PR-4 |");
        SmallKnowledge.Read(file).Issues.ShouldBeEmpty();
    }

    [Fact]
    public void D3012_derived_values_in_a_circle()
    {
        var file = SmallKnowledge.With(Guideline, "| C+ | smoker | gestation | → score |", "| C+ | smoker | tier | → score |");
        ShouldReport(new SourceFile(file.Path, file.Text.Replace("| SE-1 | yes | < 14+0 |", "| SE-1 | yes | low |")), IssueCode.Cycle, "score | count",
            "score → tier → score");
    }

    [Fact]
    public void D3012_exceptions_in_a_circle()
    {
        var file = SmallKnowledge.With(Guideline, "| CL-2 | pregnant | one, several | > 24 h | offer | LMWH | high prophylactic | 20+0 | birth | in bed | B | p. 4 | secondary | - |",
            "| CL-2 | pregnant | one, several | > 24 h | offer | LMWH | high prophylactic | 20+0 | birth | in bed | B | p. 4 | secondary | CL-1 |");
        file = new SourceFile(file.Path, file.Text.Replace("| prophylaxis/PR-1 |", "| CL-2 |"));
        ShouldReport(file, IssueCode.Cycle, "CL-1 | pregnant | several", "small-2026/clots/CL-1 → small-2026/clots/CL-2 → small-2026/clots/CL-1");
    }

    [Theory]
    [InlineData("| SC-1 | age | > 35 | 1 | p. 1 | primary |", "| SC-1 | age | > 35 | 1 | - | primary |", "- | primary |\n| SC-2a", "the source; found none")]
    [InlineData("| SC-1 | age | > 35 | 1 | p. 1 | primary |", "| SC-1 | age | > 35 | 1 | p. 1 | primry |", "primry", "primary, reproduced, secondary or recalled", "'primry'", "Did you mean 'primary'?")]
    [InlineData("| C+ | smoker | gestation | → score | source | checked |", "| C+ | smoker | gestation | → score | note | checked |", "C+ | smoker", "a column 'source'")]
    public void D3013_sources(string found, string put, string at, params string[] says) =>
        ShouldReport(Guideline, found, put, IssueCode.MissingSource, at, says);

    [Theory]
    [InlineData("| SC-3 | smoker |", "| SC-1 | smoker |", "SC-1 | smoker", "'SC-1' stands already at guidelines/small-2026.md:30:3")]
    [InlineData("| C+ | smoker | gestation |", "| C+ | gestation | gestation |", "gestation | → score", "'gestation' stands twice")]
    [InlineData("| → from | → until | → reason | strength | source | checked | overrides |", "| → from | → from | → reason | strength | source | checked | overrides |", "→ from | → reason | strength", "'from' stands twice")]
    [InlineData("| grade | count | [0..5] | the greatest grade |", "| grade | count | [0..5] | the greatest grade |\n| grade | count | [0..5] | again |", "grade | count | [0..5] | again", "'grade' is declared twice")]
    [InlineData("| grade | count | [0..5] | the greatest grade |", "| grade | count | [0..5] | the greatest grade |\n| age | count | [0..5] | again |", "age | count | [0..5]", "'age' is a fact of the vocabulary already")]
    [InlineData("title: A small guideline\n", "title: A small guideline\ntitle: Another\n", "title: Another", "'title' stands twice")]
    public void D3014_duplicates(string found, string put, string at, params string[] says)
    {
        var file = SmallKnowledge.With(Guideline, found, put);
        var issues = SmallKnowledge.Read(file).Issues;
        issues.ShouldContain(issue => issue.Code == IssueCode.DuplicateId && issue.At == SmallKnowledge.PlaceOf(file, at) && says.All(issue.Message.Contains),
            string.Join('\n', issues));
    }

    [Fact]
    public void D3014_two_documents_of_one_id() => ShouldReport(
        new SourceFile("vocabulary/x.md", "---\nid: woman\ntitle: Again\n---\n"), IssueCode.DuplicateId, "", "'woman'", SmallKnowledge.VocabularyPath);

    [Fact]
    public void D3014_two_facts_of_one_name() => ShouldReport(
        Words, "| smoker | yes/no |", "| Age | yes/no | - | - | unknown | Again? | - |\n| smoker | yes/no |", IssueCode.DuplicateId, "Age | yes/no", "id 'age'");

    [Theory]
    [InlineData("| age | count |", "| age | integer |", "integer", "'integer'", "yes/no, one of:")]
    [InlineData("| kg | [25..350] |", "| kg | - |", "number | kg | -", "needs a range")]
    [InlineData("| kg | [25..350] |", "| kg | [25..90], [100..350] |", "[25..90], [100..350]", "one range such as")]
    [InlineData("| presumed not yet |", "| presumedly |", "presumedly", "'unknown' or 'presumed' and a value")]
    [InlineData("| presumed not yet |", "| presumed not yet, vaginal |", "not yet, vaginal | How", "one value that is presumed")]
    [InlineData("| value set: smoking |", "| valueset: smoking |", "valueset: smoking", "Expected 'value set:'")]
    [InlineData("one of: none, spotting, major", "one of: none, spotting, none", "one of: none, spotting, none", "different choices")]
    public void D3015_declarations(string found, string put, string at, params string[] says)
    {
        var file = SmallKnowledge.With(Words, found, put);
        var issues = SmallKnowledge.Read(file).Issues;
        issues.ShouldContain(issue => issue.Code == IssueCode.BadDeclaration && issue.At == SmallKnowledge.PlaceOf(file, at)
            && says.All($"{issue.Message} {issue.Remedy}".Contains), string.Join('\n', issues));
    }

    [Fact]
    public void D3015_a_derived_value_that_is_no_count() =>
        SmallKnowledge.Read(SmallKnowledge.With(Guideline, "| grade | count | [0..5] |", "| grade | count | [1..5] |")).Issues
            .ShouldContain(issue => issue.Code == IssueCode.BadDeclaration && issue.Message.Contains("from 0 to at most 63"));

    [Theory]
    [InlineData("| offer | stockings |", "| ofer | stockings |", "ofer", "offer, consider", "'ofer'", "Did you mean 'offer'?")]
    [InlineData("| LMWH | high prophylactic |", "| LMWH | hi prophylactic |", "hi prophylactic", "high prophylactic", "Did you mean 'high prophylactic'?")]
    [InlineData("| later of (now, 28+0) |", "| later of (now; 28+0) |", "later of (now; 28+0)", "a milestone such as")]
    [InlineData("| birth + 10 d |", "| birht |", "birht", "Did you mean 'birth'?")]
    [InlineData("| contraindicated | LMWH | allergy |", "| contraindicated | - | allergy |", "- | allergy | p. 5", "what the advice is about")]
    [InlineData("| 0.6 per kg |", "| 0.6 mg per kg |", "0.6 mg per kg", "a number in mg", "'0.6 mg per kg'")]
    [InlineData("| DO-1 | < 50 | 20 |", "| DO-1 | < 50 | twenty |", "twenty", "a number in mg", "'twenty'")]
    [InlineData("| GR-1 | > 40 | - | 2 |", "| GR-1 | > 40 | - | 1, 2 |", "1, 2", "one value of 'grade'", "'1, 2'")]
    public void D3016_outputs(string found, string put, string at, params string[] says)
    {
        var file = SmallKnowledge.With(Guideline, found, put);
        var issues = SmallKnowledge.Read(file).Issues;
        issues.ShouldHaveSingleItem().Code.ShouldBe(IssueCode.UnknownOutput);
        issues[0].At.ShouldBe(SmallKnowledge.PlaceOf(file, at));
        foreach (var said in says) $"{issues[0].Message} {issues[0].Remedy}".ShouldContain(said);
    }

    [Fact]
    public void D3017_an_exception_to_nothing() => ShouldReport(Guideline, "| prophylaxis/PR-1 |", "| prophylaxis/PR-9 |", IssueCode.UnknownReference, "CL-1",
        "'small-2026/prophylaxis/PR-9'", "Did you mean 'small-2026/prophylaxis/PR-");

    [Fact]
    public void D3017_an_exception_to_a_derived_value() => ShouldReport(Guideline, "| prophylaxis/PR-1 |", "| score/SC-1 |", IssueCode.UnknownReference, "CL-1", "decides 'score'");

    [Theory]
    [InlineData("| clot prevention | small-2026 |", "| clot prevention | smal-2026 |", "smal-2026", "Did you mean 'small-2026'?")]
    [InlineData("| clot prevention | small-2026 |", "| clot preventoin | small-2026 |", "clot preventoin", "Did you mean 'clot prevention'?")]
    public void D3017_protocols(string found, string put, string at, params string[] says) =>
        ShouldReport(SmallKnowledge.ProtocolPath, found, put, IssueCode.UnknownReference, at, says);

    [Fact]
    public void D3017_a_value_set_that_is_missing() =>
        ShouldReport(Words, "value set: smoking", "value set: smokng", IssueCode.UnknownReference, "smoker | yes/no", "'smokng'", "Did you mean 'smoking'?");

    [Fact]
    public void D3019_too_large() => ShouldReport(
        new SourceFile("guidelines/large.md", new string('x', MarkdownReader.LargestFile + 1)), IssueCode.TooLargeKnowledge, "", "500001", "Split");

    [Fact]
    public void D3020_no_knowledge()
    {
        var reading = LibraryReader.Read([]);
        reading.Library.ShouldBeNull();
        reading.Issues.ShouldHaveSingleItem().Code.ShouldBe(IssueCode.NoKnowledge);
    }

    [Fact]
    public void D3021_a_value_that_no_table_decides() => ShouldReport(Guideline, "| grade | count | [0..5] | the greatest grade |",
        "| grade | count | [0..5] | the greatest grade |\n| lost | yes/no | | nobody decides it |", IssueCode.UndecidedValue, "lost | yes/no", "'→ lost'");

    [Fact]
    public void D3021_a_row_that_decides_nothing() => ShouldReport(Guideline, "| SC-1 | age | > 35 | 1 |", "| SC-1 | age | > 35 | - |",
        IssueCode.UndecidedValue, "- | p. 1 | primary |\n| SC-2a", "a value of 'score'");
}
