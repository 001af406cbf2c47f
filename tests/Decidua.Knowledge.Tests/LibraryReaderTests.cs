using Decidua.Clinical.Issues;
using Decidua.Knowledge.Documents;

namespace Decidua.Knowledge.Tests;

public class LibraryReaderTests
{
    private static SourceFile Planted(string path, string found, string put) => SmallKnowledge.With(path, found, put);

    [Fact]
    public void The_small_knowledge_is_clean()
    {
        var reading = SmallKnowledge.Read();
        reading.Issues.ShouldBeEmpty();
        var library = reading.Library.ShouldNotBeNull();
        library.Guidelines.Select(guideline => guideline.Id).ShouldBe(["small-2026"]);
        library.Guidelines[0].Derived.Select(value => value.Name).ShouldBe(["score", "tier", "worst", "grade", "at risk"]);
        library.DefaultProtocol!.Id.ShouldBe("uk");
        library.Cases.Length.ShouldBe(6);
    }

    [Fact]
    public void All_problems_of_all_files_are_reported_at_once_in_order_and_nothing_loads()
    {
        SourceFile[] files =
        [
            Planted(SmallKnowledge.GuidelinePath, "| SC-4 | clot | one |", "| SC-4 | clot | onne |"),
            Planted(SmallKnowledge.VocabularyPath, "| kg | [25..350] |", "| kg | - |"),
            Planted(SmallKnowledge.ProtocolPath, "| exact |", "| exactly |"),
            Planted(SmallKnowledge.CodesPath, "| ICD-10 | F17 | prefix |", "| SNOMED CT | F17 | prefix |"),
            Planted(SmallKnowledge.CasesPath, "| age | 38 |", "| age | 380 |"),
            Planted(SmallKnowledge.ConsistencyPath, "| C | phase | birth |", "| U | phase | birth |"),
            new("texts/nothing.md", "no front matter"),
        ];
        var reading = SmallKnowledge.Read(files);
        reading.Library.ShouldBeNull();
        reading.Issues.Select(issue => issue.At.Split(':')[0]).Distinct().ShouldBe(files.Select(file => file.Path).Order(StringComparer.Ordinal));
        var places = reading.Issues.Select(issue => (File: issue.At.Split(':')[0], Line: int.Parse(issue.At.Split(':')[1]))).ToList();
        places.ShouldBe(places.OrderBy(place => place.File, StringComparer.Ordinal).ThenBy(place => place.Line));
    }

    [Fact]
    public void Several_faults_of_one_table_are_all_named()
    {
        var file = Planted(SmallKnowledge.GuidelinePath, "| SC-4 | clot | one | 3 | p. 1 | primary |", "| SC-4 | clot | onne | many | - | seen |");
        SmallKnowledge.Read(file).Issues.Select(issue => issue.Code).ShouldBe(
            [IssueCode.UnknownChoiceInCell, IssueCode.MalformedCell, IssueCode.MissingSource, IssueCode.MissingSource]);
    }

    [Fact]
    public void A_table_that_was_not_read_whole_is_not_blamed_for_gaps() =>
        SmallKnowledge.Read(Planted(SmallKnowledge.GuidelinePath, "| DO-2 | [50..90] |", "| DO-2 | [50..90 |")).Issues
            .ShouldHaveSingleItem().Code.ShouldBe(IssueCode.MalformedCell);

    [Fact]
    public void The_hash_does_not_depend_on_file_order_or_line_endings()
    {
        var hash = SmallKnowledge.Library.Hash;
        hash.ShouldMatch("^sha256:[0-9a-f]{64}$");
        LibraryReader.Read(SmallKnowledge.Files.Reverse()).Library!.Hash.ShouldBe(hash);
        LibraryReader.Read(SmallKnowledge.Files.Select(file => file with { Text = file.Text.Replace("\n", "\r\n") })).Library!.Hash.ShouldBe(hash);
        LibraryReader.Read(SmallKnowledge.Files.Select(file => file with { Text = file.Text.Replace("\n", "\r") })).Library!.Hash.ShouldBe(hash);
        LibraryReader.Read(SmallKnowledge.Files.Select(file => file with { Text = "\uFEFF" + file.Text })).Library!.Hash.ShouldBe(hash);
    }

    [Fact]
    public void The_hash_changes_with_every_cell_and_every_name_of_a_file()
    {
        var hashes = new HashSet<string> { SmallKnowledge.Library.Hash };
        foreach (var (found, put) in new[] { ("| SC-1 | age | > 35 |", "| SC-1 | age | > 36 |"), ("p. 4 | secondary |", "p. 4 | primary |"), ("four or more", "at least four"), ("Invented, to test", "Invented to test") })
            hashes.Add(SmallKnowledge.Read(Planted(SmallKnowledge.GuidelinePath, found, put)).Library!.Hash).ShouldBeTrue(put);
        var renamed = SmallKnowledge.Files.Select(file => file.Path == SmallKnowledge.GuidelinePath ? file with { Path = "guidelines/other.md" } : file);
        hashes.Add(LibraryReader.Read(renamed).Library!.Hash).ShouldBeTrue();
    }

    [Fact]
    public void Equal_knowledge_gives_equal_issues()
    {
        var file = Planted(SmallKnowledge.GuidelinePath, "| DO-2 | [50..90] |", "| DO-2 | [45..80] |");
        SmallKnowledge.Read(file).Issues.ShouldBe(SmallKnowledge.Read(file).Issues);
    }

    [Fact]
    public void Rows_and_tables_are_found_by_address()
    {
        var found = SmallKnowledge.Library.Find("small-2026/clots/CL-2").ShouldNotBeNull();
        (found.Guideline.Id, found.Table.Title, found.Row.Id).ShouldBe(("small-2026", "Clots", "CL-2"));
        SmallKnowledge.Library.Find("small-2026/clots").ShouldBeNull();
        SmallKnowledge.Library.Find("").ShouldBeNull();
    }

    [Fact]
    public void A_row_keeps_all_that_its_cells_say()
    {
        var row = SmallKnowledge.Library.Find("small-2026/clots/CL-2")!.Value.Row;
        row.Conditions.Select(condition => $"{condition.Term} {condition.Text}").ShouldBe(["phase pregnant", "clot one, several", "bed rest > 24 h"]);
        var advice = row.Advice.ShouldNotBeNull();
        (advice.Subject, advice.From!.ToString(), advice.Until!.ToString(), advice.Reason, advice.Channel).ShouldBe(("LMWH", "20+0", "birth", "in bed", "clot prevention"));
        (row.Strength, row.Source, row.Note).ShouldBe(("B", "p. 4", ""));
        SmallKnowledge.Library.Find("small-2026/clots/CL-1")!.Value.Row.Overrides.ShouldBe(["small-2026/prophylaxis/PR-1"]);
        SmallKnowledge.Library.Find("small-2026/dose/DO-4")!.Value.Row.Outputs.Select(output => (output.Number, output.PerKilogram, output.Column.Unit))
            .ShouldBe([(0.6m, true, "mg"), (75m, true, "IU")]);
    }

    [Fact]
    public void Retired_rows_and_tables_without_a_policy_are_only_read_by_people()
    {
        var retired = Planted(SmallKnowledge.GuidelinePath, "## Out of scope", "## Retired\n\n| C | age | → advice | → subject |\n|---|---|---|---|\n| OLD | > 99 | offer | x |\n\n## A list\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n## Out of scope");
        var reading = SmallKnowledge.Read(retired);
        reading.Issues.ShouldBeEmpty();
        reading.Library!.Guidelines[0].Tables.Select(table => table.Title).ShouldBe(SmallKnowledge.Library.Guidelines[0].Tables.Select(table => table.Title));
    }

    [Fact]
    public void A_guideline_of_practice_is_never_chosen()
    {
        var practice = Planted(SmallKnowledge.GuidelinePath, "channel: clot prevention\n", "channel: clot prevention\npractice: true\n");
        SmallKnowledge.Read(practice).Issues.ShouldAllBe(issue => issue.Code == IssueCode.UnknownReference && issue.Message.Contains("never chosen"));
    }

    [Fact]
    public void The_knowledge_of_the_repository_is_clean()
    {
        var reading = LibraryReader.Read(KnowledgeFolder.Files());
        reading.Issues.ShouldBeEmpty();
        reading.Library.ShouldNotBeNull();
    }
}
