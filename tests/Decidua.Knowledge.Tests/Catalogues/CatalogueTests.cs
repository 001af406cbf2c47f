using Decidua.Clinical.Issues;
using Decidua.Knowledge.Catalogues;
using Decidua.Knowledge.Documents;
using Decidua.Knowledge.Storing;
using Decidua.Knowledge.Tables;

namespace Decidua.Knowledge.Tests.Catalogues;

public class CatalogueTests
{
    private static Library Library { get; } = SmallKnowledge.Read(SmallCatalogues.Files).Library ?? throw new InvalidOperationException(string.Join('\n', SmallKnowledge.Read(SmallCatalogues.Files).Issues));

    [Fact]
    public void A_trial_keeps_all_that_its_card_says()
    {
        var trial = Library.Trial("first-2001").ShouldNotBeNull();
        (trial.Name, trial.Topic, trial.Year, trial.Source, trial.Status).ShouldBe(("FIRST", "Invented studies", 2001, "J Invented 2001;1:1", TrialStatus.Published));
        (trial.Design, trial.Population, trial.Arms).ShouldBe(("randomised", "ten women", "five; five"));
        (trial.Shows, trial.DoesNotShow, trial.Caution, trial.Checked).ShouldBe(("Nothing much.", "Anything else.", "small", Checked.Reproduced));
        trial.Figures.ShouldBe([new("live birth", "4 of 5 with, 3 of 5 without", "abstract", Checked.Reproduced), new("harm", "none", "from memory", Checked.Recalled)]);
        (trial.Label, trial.KeyFigure!.ToString()).ShouldBe(("FIRST (2001)", "live birth: 4 of 5 with, 3 of 5 without"));
    }

    [Fact]
    public void A_dash_is_nothing()
    {
        var trial = Library.Trial("second").ShouldNotBeNull();
        (trial.Year, trial.Arms, trial.Caution, trial.KeyFigure, trial.Label).ShouldBe((null, "", "", null, "Second, running"));
    }

    [Fact]
    public void A_claim_keeps_all_that_its_card_says()
    {
        var claim = Library.Claim("sx1").ShouldNotBeNull();
        (claim.Text, claim.Topic, claim.Verdict, claim.Why, claim.Instead).ShouldBe(("The moon does it", "Invented claims", Verdict.False, "It does not.", "Sleep."));
        claim.Trials.ShouldBe(["first-2001", "second"]);
        claim.Guidelines.ShouldBe(["small-2026"]);
        (claim.Source, claim.Checked).ShouldBe(("astronomy", Checked.Recalled));
    }

    [Fact]
    public void Trials_stand_in_the_order_of_their_ids_and_unknown_ids_find_nothing()
    {
        Library.Trials.Select(trial => trial.Id).ShouldBe(["first-2001", "second", "third-2003-retracted"]);
        Library.Trial("fourth").ShouldBeNull();
        Library.Claim("fourth").ShouldBeNull();
    }

    [Fact]
    public void A_row_names_its_studies() => Library.Find("citing-2026/advice/CI-1")!.Value.Row.Evidence.ShouldBe(["first-2001", "second"]);

    [Theory]
    [InlineData(SmallCatalogues.TrialsPath, "catalogue: trial", "catalogue: trails", IssueCode.MissingFrontMatter, null, "catalogue: trial")]
    [InlineData(SmallCatalogues.TrialsPath, "| year | 2001 |\n", "", IssueCode.MalformedTable, null, "Expected the item 'year'")]
    [InlineData(SmallCatalogues.TrialsPath, "| year | 2001 |", "| yaer | 2001 |", IssueCode.MalformedTable, "yaer", "Did you mean 'year'?")]
    [InlineData(SmallCatalogues.TrialsPath, "| year | 2001 |", "| year | 2001 |\n| year | 2001 |", IssueCode.DuplicateId, null, "stands twice on this card")]
    [InlineData(SmallCatalogues.TrialsPath, "| year | 2001 |", "| year | MMI |", IssueCode.MalformedCell, "MMI", "year of four digits")]
    [InlineData(SmallCatalogues.TrialsPath, "| id | first-2001 |", "| id | First 2001 |", IssueCode.MalformedCell, "First 2001", "lower-case")]
    [InlineData(SmallCatalogues.TrialsPath, "| status | published |", "| status | publishd |", IssueCode.UnknownChoiceInCell, "publishd", "Did you mean 'published'?")]
    [InlineData(SmallCatalogues.TrialsPath, "| caution | small |\n| checked | reproduced |", "| caution | small |\n| checked | seen |", IssueCode.MissingSource, "seen", "primary, reproduced, secondary, recalled")]
    [InlineData(SmallCatalogues.TrialsPath, "| population | ten women |", "| population | - |", IssueCode.MissingSource, "- |\n| arms | five", "Expected words")]
    [InlineData(SmallCatalogues.TrialsPath, "| does not show | Anything else. |", "| does not show | - |", IssueCode.MissingSource, "- |\n| caution | small", "Expected words")]
    [InlineData(SmallCatalogues.TrialsPath, "| outcome | result |", "| outcome | results |", IssueCode.MalformedTable, "outcome | results", "Expected the columns outcome, result, source, checked")]
    [InlineData(SmallCatalogues.TrialsPath, "| harm | none | from memory |", "| harm | - | from memory |", IssueCode.MissingSource, "- | from memory", "Expected words")]
    [InlineData(SmallCatalogues.TrialsPath, "| from memory | recalled |", "| from memory | remembered |", IssueCode.MissingSource, "remembered", "how it was checked")]
    [InlineData(SmallCatalogues.TrialsPath, "| id | second |", "| id | first-2001 |", IssueCode.DuplicateId, "## Second, running", "stands already at")]
    [InlineData(SmallCatalogues.TrialsPath, "| status | ongoing |", "| status | published |", IssueCode.MalformedTable, "## Second, running", "Expected a table of figures")]
    [InlineData(SmallCatalogues.TrialsPath, "| status | published |", "| status | ongoing |", IssueCode.MalformedTable, "## FIRST", "has no figures to quote")]
    [InlineData(SmallCatalogues.ClaimsPath, "| verdict | false |", "| verdict | flase |", IssueCode.UnknownChoiceInCell, "flase", "Did you mean 'false'?")]
    [InlineData(SmallCatalogues.ClaimsPath, "| instead | Sleep. |\n", "", IssueCode.MalformedTable, null, "Expected the item 'instead'")]
    [InlineData(SmallCatalogues.ClaimsPath, "| trials | first-2001, second |", "| trials | frist-2001 |", IssueCode.UnknownReference, "frist-2001", "Did you mean 'first-2001'?")]
    [InlineData(SmallCatalogues.ClaimsPath, "| trials | first-2001, second |", "| trials | third-2003-retracted |", IssueCode.RetractedEvidence, "third-2003-retracted", "was retracted")]
    [InlineData(SmallCatalogues.ClaimsPath, "| guidelines | small-2026 |", "| guidelines | smal-2026 |", IssueCode.UnknownReference, "smal-2026", "Did you mean 'small-2026'?")]
    [InlineData(SmallCatalogues.ClaimsPath, "## Where support is\n", "## Where support is\n\n| a | b |\n|---|---|\n| c | d |\n", IssueCode.MalformedTable, "a | b", "A card is a heading")]
    [InlineData(SmallCatalogues.CitingPath, "| primary | first-2001, second |", "| primary | first-2010 |", IssueCode.UnknownReference, "first-2010", "Did you mean 'first-2001'?")]
    [InlineData(SmallCatalogues.CitingPath, "| primary | - |", "| primary | third-2003-retracted |", IssueCode.RetractedEvidence, "third-2003-retracted", "supports nothing")]
    public void Faults_are_named_with_their_place(string path, string found, string put, string code, string? at, string says)
    {
        var (reading, changed) = SmallCatalogues.ReadWith(path, found, put);
        reading.Library.ShouldBeNull();
        var issue = reading.Issues.First(issue => issue.Code == code && $"{issue.Message} {issue.Remedy}".Contains(says));
        issue.At.ShouldStartWith(path);
        if (at is not null) issue.At.ShouldBe(SmallKnowledge.PlaceOf(changed, at));
    }

    [Fact]
    public void A_retracted_study_shows_no_figures()
    {
        var (reading, _) = SmallCatalogues.ReadWith(SmallCatalogues.TrialsPath, "| status | published |", "| status | retracted |");
        reading.Issues.ShouldContain(issue => issue.Code == IssueCode.MalformedTable && issue.Message.Contains("retracted has no figures"));
        reading.Issues.Count(issue => issue.Code == IssueCode.RetractedEvidence).ShouldBe(2, "the claim and the row that name it");
    }

    [Fact]
    public void A_card_stands_under_a_heading_and_has_one_list_of_items()
    {
        var (headless, _) = SmallCatalogues.ReadWith(SmallCatalogues.ClaimsPath, "## The moon does it\n\n", "");
        headless.Issues.ShouldHaveSingleItem().Code.ShouldBe(IssueCode.MalformedTable);
        var (twice, _) = SmallCatalogues.ReadWith(SmallCatalogues.ClaimsPath, "## Where support is\n", "| item | value |\n|---|---|\n| id | sx2 |\n");
        twice.Issues.ShouldHaveSingleItem().Message.ShouldContain("one table 'item, value'");
    }

    [Fact]
    public void Trying_a_changed_guideline_checks_its_evidence_again()
    {
        var citing = SmallCatalogues.Files.Single(file => file.Path == SmallCatalogues.CitingPath);
        LibraryReader.Replace(Library, citing).Library.ShouldNotBeNull().Trials.ShouldBe(Library.Trials);
        LibraryReader.Replace(Library, citing with { Text = citing.Text.Replace("| first-2001, second |", "| third-2003-retracted |") })
            .Issues.ShouldHaveSingleItem().Code.ShouldBe(IssueCode.RetractedEvidence);
    }

    [Fact]
    public void Stored_knowledge_keeps_its_trials_and_leaves_claims_out()
    {
        var library = StoredLibrary.Read(StoredLibrary.Write(Library), [.. SmallKnowledge.Files, .. SmallCatalogues.Files]).ShouldNotBeNull();
        library.Claims.ShouldBeEmpty();
        library.Trials.Length.ShouldBe(Library.Trials.Length);
        foreach (var (stored, read) in library.Trials.Zip(Library.Trials))
        {
            stored.Figures.ShouldBe(read.Figures);
            (stored with { Figures = read.Figures }).ShouldBe(read);
        }
    }

    [Fact]
    public void The_words_of_a_card_are_the_names_of_the_record()
    {
        var file = SmallCatalogues.Files.Single(file => file.Path == SmallCatalogues.TrialsPath);
        Words(typeof(Trial)).Except(["name", "topic", "figures", "place", "label", "key figure"]).ShouldBe(Items(file, "first-2001"), ignoreOrder: true);
        Words(typeof(TrialFigure)).ShouldBe(["outcome", "result", "source", "checked"], ignoreOrder: true);
        Words(typeof(Claim)).Except(["text", "topic", "place"]).ShouldBe(Items(SmallCatalogues.Files.Single(one => one.Path == SmallCatalogues.ClaimsPath), "sx1"), ignoreOrder: true);

        static IEnumerable<string> Words(Type record) => record.GetProperties(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Instance)
            .Select(property => string.Concat(property.Name.Select((letter, index) => index > 0 && char.IsUpper(letter) ? $" {letter}" : $"{letter}")).ToLowerInvariant());

        static IEnumerable<string> Items(SourceFile file, string id) => MarkdownReader.Read(file, [])!.Sections.SelectMany(section => section.Tables)
            .First(table => table.Rows.Any(row => row[0].Text == "id" && row[1].Text == id)).Rows.Select(row => row[0].Text);
    }
}
