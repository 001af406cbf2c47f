using Decidua.Clinical.Issues;
using Decidua.Knowledge.Catalogues;
using Decidua.Knowledge.Documents;
using Decidua.Knowledge.Storing;
using Decidua.Knowledge.Tables;

namespace Decidua.Knowledge.Tests.Catalogues;

/// <summary>Products and price lists; those of these tests are invented.</summary>
public class ProductTests
{
    private const string ProductPath = "products/small.md";
    private const string PricePath = "products/prices.md";

    private const string Products = """
        ---
        id: small-products
        title: Small products
        catalogue: product
        ---

        Prose.

        ## Nadroparin

        | item | value |
        |---|---|
        | id | nadroparin |
        | unit | IU |
        | units per mg | 50 |
        | WHO units | 10250 per 9500 |
        | origin | invented |
        | storage | dry |
        | latex | none |
        | remarks | - |
        | source | a label |
        | checked | reproduced |

        | system | code | source | checked |
        |---|---|---|---|
        | ATC | B01 | an index | reproduced |

        | presentation | kind | strength | volume (mL) | per mL | graduated | packs | preservative | markets | source | checked | note |
        |---|---|---:|---:|---:|---|---|---|---|---|---|---|
        | small-10 | syringe | 10 | 0.1 | 100 | no | 10, 2 | - | uk, europe | a label | primary | - |
        | small-30 | syringe | 30 | 0.2 | 150 | 0.05 | - | sodium metabisulfite | uk | a label | recalled | strong |
        | small-vial | vial | 300 | 3 | 100 | yes | - | benzyl alcohol | us | a label | recalled | - |

        ## Aspirin

        | item | value |
        |---|---|
        | id | aspirin |
        | unit | mg |
        | units per mg | - |
        | WHO units | - |
        | origin | synthetic |
        | storage | dry |
        | latex | none |
        | remarks | bitter |
        | source | a book |
        | checked | recalled |

        | presentation | kind | strength | volume (mL) | per mL | graduated | packs | preservative | markets | source | checked | note |
        |---|---|---:|---:|---:|---|---|---|---|---|---|---|
        | tablet-5 | tablet | 5 | - | - | no | 28 | - | uk | a book | recalled | - |
        """;

    private const string Prices = """
        ---
        id: prices
        title: Prices
        catalogue: price list
        currency: GBP
        place: Nowhere
        date: 2026-01
        ---

        | presentation | pack | price | source | checked |
        |---|---:|---:|---|---|
        | small-10 | 2 | 3.50 | shop | reproduced |
        | small-10 | 10 | 12.25 | shop | secondary |
        """;

    private static IReadOnlyList<SourceFile> Files { get; } = [new(ProductPath, Products), new(PricePath, Prices)];

    private static Library Library { get; } = SmallKnowledge.Read(Files).Library ?? throw new InvalidOperationException(string.Join('\n', SmallKnowledge.Read(Files).Issues));

    [Fact]
    public void A_product_keeps_all_that_its_card_says()
    {
        var product = Library.Product("Nadroparin").ShouldNotBeNull();
        (product.Id, product.Name, product.Unit, product.UnitsPerMilligram, product.WhoUnitsPerUnit).ShouldBe(("nadroparin", "Nadroparin", "IU", 50, 10250m / 9500));
        (product.Origin, product.Storage, product.Latex, product.Remarks, product.Source, product.Checked).ShouldBe(("invented", "dry", "none", "", "a label", Checked.Reproduced));
        product.Codes.ShouldBe([new ProductCode("ATC", "B01", "an index", Checked.Reproduced)]);
        product.Concentrations.ShouldBe([100, 150]);
        product.Presentations.Select(one => one.Label).ShouldBe(["nadroparin 10 IU in 0.1 mL", "nadroparin 30 IU in 0.2 mL", "nadroparin 300 IU in 3 mL"]);
        Library.Product("aspirin")!.Presentations.Single().Label.ShouldBe("aspirin 5 mg, tablet");
        Library.Product("heparin").ShouldBeNull();
    }

    [Fact]
    public void A_presentation_keeps_all_that_its_row_says()
    {
        var (plain, strong, vial) = Library.Product("nadroparin")!.Presentations switch { [var one, var two, var three] => (one, two, three), _ => throw new InvalidOperationException() };
        (plain.Id, plain.Kind, plain.Strength, plain.Volume, plain.Concentration, plain.IsGraduated, plain.Step, plain.Unit, plain.Medicine).ShouldBe(("small-10", PresentationKind.Syringe, 10, 0.1m, 100, false, null, "IU", "nadroparin"));
        plain.Packs.ShouldBe([2, 10]);
        plain.Markets.ShouldBe(["uk", "europe"]);
        (plain.Source, plain.Checked, plain.Note, plain.IsForPregnancy).ShouldBe(("a label", Checked.Primary, "", true));
        (strong.IsGraduated, strong.Step, strong.Note, strong.IsForPregnancy).ShouldBe((true, 0.05m, "strong", true));
        strong.Preservatives.ShouldBe(["sodium metabisulfite"]);
        (vial.IsGraduated, vial.Step, vial.IsForPregnancy).ShouldBe((true, null, false));
    }

    [Fact]
    public void A_price_list_keeps_its_prices_and_the_largest_pack_comes_first()
    {
        var list = Library.PriceList("prices").ShouldNotBeNull();
        (list.Title, list.Currency, list.Place, list.Date).ShouldBe(("Prices", "GBP", "Nowhere", "2026-01"));
        list.Of("small-10").ShouldBe([new Price("small-10", 10, 12.25m, "shop", Checked.Secondary), new Price("small-10", 2, 3.50m, "shop", Checked.Reproduced)]);
        list.Of("small-30").ShouldBeEmpty();
        Library.PriceList("other").ShouldBeNull();
    }

    [Fact]
    public void Stored_knowledge_reads_products_when_somebody_asks()
    {
        var library = StoredLibrary.Read(StoredLibrary.Write(Library), [.. SmallKnowledge.Files, .. Files]).ShouldNotBeNull();
        library.Product("nadroparin")!.Presentations.Select(one => one.Id).ShouldBe(Library.Product("nadroparin")!.Presentations.Select(one => one.Id));
        library.PriceList("prices")!.Prices.ShouldBe(Library.PriceList("prices")!.Prices);
    }

    [Theory]
    [InlineData(ProductPath, "catalogue: product", "catalogue: products", IssueCode.MissingFrontMatter, null, "catalogue: product")]
    [InlineData(ProductPath, "| id | nadroparin |", "| id | nadroparine |", IssueCode.UnknownChoiceInCell, "nadroparine", "Did you mean 'nadroparin'?")]
    [InlineData(ProductPath, "| id | aspirin |", "| id | nadroparin |", IssueCode.DuplicateId, "## Aspirin", "stands already at")]
    [InlineData(ProductPath, "| unit | IU |", "| unit | iu |", IssueCode.UnknownChoiceInCell, "iu |", "Expected mg, IU, U")]
    [InlineData(ProductPath, "| units per mg | 50 |", "| units per mg | about 50 |", IssueCode.BadPresentation, "about 50", "a number above 0, or a dash")]
    [InlineData(ProductPath, "10250 per 9500", "10250", IssueCode.BadPresentation, "10250", "two numbers of units")]
    [InlineData(ProductPath, "10250 per 9500", "10250 per 0", IssueCode.BadPresentation, "10250 per 0", "two numbers of units")]
    [InlineData(ProductPath, "| origin | invented |", "| origin | - |", IssueCode.MissingSource, "- |\n| storage | dry |\n| latex | none |\n| remarks | - |", "Expected words")]
    [InlineData(ProductPath, "| remarks | bitter |\n", "", IssueCode.MalformedTable, null, "Expected the item 'remarks'")]
    [InlineData(ProductPath, "| ATC | B01 |", "| ATK | B01 |", IssueCode.UnknownChoiceInCell, "ATK", "Did you mean 'ATC'?")]
    [InlineData(ProductPath, "| ATC | B01 |", "| ATC | - |", IssueCode.MissingSource, "- | an index", "Expected words")]
    [InlineData(ProductPath, "| system | code |", "| sistem | code |", IssueCode.MalformedTable, "sistem | code", "Expected the columns system, code, source, checked; or presentation, kind")]
    [InlineData(ProductPath, "| small-10 | syringe | 10 | 0.1 |", "| small-10 | syringe | 11 | 0.1 |", IssueCode.BadPresentation, "11 | 0.1", "the volume times the amount per mL (10)")]
    [InlineData(ProductPath, "| small-10 | syringe | 10 | 0.1 | 100 |", "| small-10 | syringe | 10 | 0.1 | - |", IssueCode.BadPresentation, "10 | 0.1 | -", "the volume times")]
    [InlineData(ProductPath, "| small-10 | syringe | 10 | 0.1 | 100 |", "| small-10 | syringe | 10 | - | - |", IssueCode.BadPresentation, "- | - | no | 10, 2", "Expected a volume")]
    [InlineData(ProductPath, "| small-10 | syringe | 10 |", "| small-10 | syringe | - |", IssueCode.BadPresentation, "- | 0.1", "a number above 0")]
    [InlineData(ProductPath, "| small-10 | syringe |", "| small-10 | pen |", IssueCode.UnknownChoiceInCell, "pen", "Expected syringe, ampoule")]
    [InlineData(ProductPath, "| small-10 | syringe |", "| Small 10 | syringe |", IssueCode.BadPresentation, "Small 10", "an id of lower-case letters")]
    [InlineData(ProductPath, "| small-30 | syringe |", "| small-10 | syringe |", IssueCode.DuplicateId, "small-10 | syringe | 30", "stands twice")]
    [InlineData(ProductPath, "| 150 | 0.05 |", "| 150 | 0.2 |", IssueCode.BadPresentation, "0.2 | - | sodium", "the distance of its marks")]
    [InlineData(ProductPath, "| 150 | 0.05 |", "| 150 | maybe |", IssueCode.BadPresentation, "maybe", "the distance of its marks")]
    [InlineData(ProductPath, "| no | 10, 2 |", "| no | 10, 2.5 |", IssueCode.BadPresentation, "10, 2.5", "whole pack sizes")]
    [InlineData(ProductPath, "sodium metabisulfite", "sulfite", IssueCode.UnknownChoiceInCell, "sulfite", "Expected benzyl alcohol, sodium metabisulfite")]
    [InlineData(ProductPath, "| uk, europe | a label |", "| - | a label |", IssueCode.MissingSource, "- | a label | primary", "Expected words")]
    [InlineData(ProductPath, "| uk, europe | a label |", "| uk, europe | - |", IssueCode.MissingSource, "- | primary", "Expected words")]
    [InlineData(ProductPath, "| a label | primary |", "| a label | seen |", IssueCode.MissingSource, "seen", "how it was checked")]
    [InlineData(ProductPath, "\n| tablet-5 | tablet | 5 | - | - | no | 28 | - | uk | a book | recalled | - |", "", IssueCode.MalformedTable, null, "Expected a table of presentations")]
    [InlineData(PricePath, "currency: GBP\n", "", IssueCode.MissingFrontMatter, null, "Expected the key 'currency'")]
    [InlineData(PricePath, "currency: GBP", "currency: pounds", IssueCode.BadPrice, null, "three letters")]
    [InlineData(PricePath, "| small-10 | 2 |", "| small-1 | 2 |", IssueCode.UnknownReference, "small-1 ", "Did you mean 'small-10'?")]
    [InlineData(PricePath, "| small-10 | 2 |", "| small-10 | 2.5 |", IssueCode.BadPrice, "2.5", "how many stand in the pack")]
    [InlineData(PricePath, "3.50", "free", IssueCode.BadPrice, "free", "what the pack costs")]
    [InlineData(PricePath, "| shop | reproduced |", "| - | reproduced |", IssueCode.MissingSource, "- | reproduced", "where the price was seen")]
    [InlineData(PricePath, "| shop | reproduced |", "| shop | seen |", IssueCode.MissingSource, "seen", "how it was checked")]
    [InlineData(PricePath, "| presentation | pack |", "| presentation | packs |", IssueCode.MalformedTable, "presentation | packs", "Expected the columns presentation, pack, price")]
    public void Faults_are_named_with_their_place(string path, string found, string put, string code, string? at, string says)
    {
        var file = Files.Single(one => one.Path == path);
        (file.Text.Split(found).Length - 1).ShouldBe(1, $"'{found}' in {path}");
        var changed = file with { Text = file.Text.Replace(found, put) };
        var reading = SmallKnowledge.Read(Files.Select(one => one.Path == path ? changed : one));
        reading.Library.ShouldBeNull();
        var issue = reading.Issues.FirstOrDefault(issue => issue.Code == code && $"{issue.Message} {issue.Remedy}".Contains(says)).ShouldNotBeNull(string.Join('\n', reading.Issues));
        issue.At.ShouldStartWith(path);
        if (at is not null) issue.At.ShouldBe(SmallKnowledge.PlaceOf(changed, at));
    }

    [Theory]
    [InlineData("products in stock", "small-10, small-30", null)]
    [InlineData("products in stock", "all", null)]
    [InlineData("products in stock", "small-1", "small-10")]
    [InlineData("market", "europe", null)]
    [InlineData("market", "eurpe", "europe")]
    [InlineData("price list", "prices", null)]
    [InlineData("price list", "price", "prices")]
    [InlineData("refill lead", "7 d", null)]
    [InlineData("refill lead", "soon", "7 d")]
    [InlineData("largest rounding", "10 %", null)]
    [InlineData("largest rounding", "10", "10 %")]
    [InlineData("largest rounding", "200 %", "10 %")]
    [InlineData("rounding at a tie", "up", null)]
    [InlineData("rounding at a tie", "nearest", "down")]
    public void A_protocol_names_products_that_exist(string parameter, string value, string? hint)
    {
        var protocol = SmallKnowledge.With(SmallKnowledge.ProtocolPath, "| weight rounding | exact | weights are read as they are | own choice | primary |",
            $"| weight rounding | exact | weights are read as they are | own choice | primary |\n| {parameter} | {value} | test | own choice | primary |");
        var reading = SmallKnowledge.Read([.. Files, protocol]);
        if (hint is null) reading.Issues.ShouldBeEmpty();
        else reading.Issues.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            issue => issue.At.ShouldBe(SmallKnowledge.PlaceOf(protocol, $"{value} | test")), issue => $"{issue.Message} {issue.Remedy}".ShouldContain(hint));
    }
}
