using System.Collections.Immutable;
using Decidua.Clinical.Issues;
using Decidua.Knowledge.Cases;
using Decidua.Knowledge.Catalogues;
using Decidua.Knowledge.Checking;
using Decidua.Knowledge.Documents;
using Decidua.Knowledge.Protocols;
using Decidua.Knowledge.Safety;
using Decidua.Knowledge.Tables;
using Decidua.Knowledge.Terminology;
using Decidua.Knowledge.Vocabulary;

namespace Decidua.Knowledge;

/// <summary>What reading knowledge came to: a library, or the complete list of what is wrong.</summary>
/// <param name="Library">The library; null when any issue is an error, because bad knowledge never loads in part.</param>
/// <param name="Issues">Everything found, in the order of the places.</param>
public sealed record LibraryReading(Library? Library, ImmutableArray<Issue> Issues);

/// <summary>Reads and checks all files of a knowledge folder.</summary>
public static class LibraryReader
{
    internal const string CasesFolder = "cases";
    internal const string ClaimsFolder = "claims";
    internal const string PlanningFolder = "planning";
    internal const string SafetyFolder = "safety";
    private const string GuidelinesFolder = "guidelines";

    /// <summary>The most files that are read.</summary>
    public const int MostFiles = 2000;

    /// <summary>Reads and checks; every problem in every file is collected.</summary>
    /// <param name="files">The Markdown files of the folder, in any order.</param>
    /// <returns>The library or the issues.</returns>
    public static LibraryReading Read(IEnumerable<SourceFile> files)
    {
        var issues = new List<Issue>();
        var sources = files.OrderBy(file => file.Path, StringComparer.Ordinal).ToList();
        if (sources.Count is 0 or > MostFiles)
            return new LibraryReading(null, [new Issue(IssueCode.NoKnowledge, Severity.Error, ".",
                $"Expected 1 to {MostFiles} Markdown files in the knowledge folder; found {sources.Count}.")]);
        var documents = sources.Select(source => MarkdownReader.Read(source, issues)).OfType<MarkdownDocument>().ToImmutableArray();
        CheckIds(documents, issues);
        var library = Assemble(sources, documents, issues);
        var ordered = InOrder(issues);
        return new LibraryReading(ordered.Any(issue => issue.Severity == Severity.Error) ? null : library, ordered);
    }

    /// <summary>
    /// Reads a library again in which one guideline document was replaced; everything else is taken over as it is. Meant for
    /// trying a change: the cases are not read again.
    /// </summary>
    /// <param name="library">Checked knowledge.</param>
    /// <param name="changed">The new text of one of its guideline documents.</param>
    /// <returns>The library or the issues of the changed document.</returns>
    public static LibraryReading Replace(Library library, SourceFile changed)
    {
        var issues = new List<Issue>();
        if (MarkdownReader.Read(changed, issues) is not { } document) return new LibraryReading(null, [.. issues]);
        ImmutableArray<MarkdownDocument> documents = [.. library.Documents.Select(other => other.Source.Path == changed.Path ? document : other)];
        var untouched = library.Guidelines.Concat(library.Planning).Where(guideline => !Rests(guideline, changed.Path)).ToHashSet();
        var read = new GuidelineShelf(new GuidelineReader(library.Vocabulary, issues), issues).Read([.. documents.Where(IsGuideline)], untouched);
        foreach (var guideline in read.Except(untouched))
        {
            Check(guideline, issues);
            CatalogueCheck.Evidence(guideline, library.Trials, issues);
        }

        if (issues.Count > 0) return new LibraryReading(null, [.. issues]);
        return new LibraryReading(new Library
        {
            Hash = LibraryHash.Of(documents.Select(other => other.Source)),
            Vocabulary = library.Vocabulary,
            Consistency = library.Consistency,
            Guidelines = In(GuidelinesFolder, read),
            Planning = In(PlanningFolder, read),
            Protocols = library.Protocols,
            CodeSets = library.CodeSets,
            Trials = library.Trials,
            Claims = library.Claims,
            Cases = library.Cases,
            Documents = documents,
        }, []);
    }

    private static bool IsGuideline(MarkdownDocument document) => document.Source.Folder is GuidelinesFolder or PlanningFolder;

    private static ImmutableArray<Guideline> In(string folder, ImmutableArray<Guideline> read) => [.. read.Where(guideline => guideline.Document.Source.Folder == folder)];

    /// <summary>Whether a guideline is the document with a path, or uses it, directly or through another.</summary>
    private static bool Rests(Guideline guideline, string path) =>
        guideline.Document.Source.Path == path || guideline.Uses.Any(used => Rests(used, path));

    /// <summary>By file, line and column; of a file with very many problems the first ones and how many more there are.</summary>
    private static ImmutableArray<Issue> InOrder(IEnumerable<Issue> issues) =>
    [
        .. issues.Distinct().GroupBy(issue => Order(issue.At).File).OrderBy(file => file.Key, StringComparer.Ordinal).SelectMany(file =>
        {
            var all = file.OrderBy(issue => Order(issue.At)).ToList();
            return all.Count <= Limits.MostIssues ? all : all.Take(Limits.MostIssues).Append(new Issue(IssueCode.TooLargeKnowledge, Severity.Error, file.Key,
                $"The file has {all.Count - Limits.MostIssues} more problems, which are not listed.", "Correct these first."));
        }),
    ];

    private static Library Assemble(List<SourceFile> sources, ImmutableArray<MarkdownDocument> documents, List<Issue> issues)
    {
        var vocabulary = new VocabularyReader(issues).Read(In("vocabulary"));
        var reader = new GuidelineReader(vocabulary, issues);
        ImmutableArray<Guideline> consistency =
            [.. In("vocabulary").Where(HasDecisionTable).Select(document => reader.ReadConsistency(document))];
        var guidelines = new GuidelineShelf(reader, issues).Read([.. documents.Where(IsGuideline)]);
        foreach (var guideline in guidelines) Check(guideline, issues);
        var sets = new SortedDictionary<string, CodeSet>(StringComparer.Ordinal);
        foreach (var document in In("terminology")) CodeSetReader.Read(document, sets, issues);
        CheckCodeSets(vocabulary, sets, issues);
        var byId = ById(GuidelinesFolder);
        var planning = ById(PlanningFolder);
        var trials = new TrialReader(issues).Read(In("evidence"));
        foreach (var guideline in guidelines) CatalogueCheck.Evidence(guideline, trials, issues);
        var products = new ProductReader(issues).Read(In(ProductReader.Folder));
        var prices = new PriceListReader(issues).Read(In(ProductReader.Folder), products);
        foreach (var document in In("protocols")) ProtocolProductCheck.Check(document, products, prices, issues);
        var cases = new CaseReader(vocabulary, issues);
        return new Library
        {
            Hash = LibraryHash.Of(sources),
            Vocabulary = vocabulary,
            Consistency = consistency,
            Guidelines = LibraryReader.In(GuidelinesFolder, guidelines),
            Planning = LibraryReader.In(PlanningFolder, guidelines),
            Invariants = new InvariantReader(vocabulary, issues).Read(In(SafetyFolder)),
            Protocols = [.. In("protocols").Select(document => ProtocolReader.Read(document, byId, planning, issues)).OrderBy(protocol => protocol.Id, StringComparer.Ordinal)],
            CodeSets = sets.ToImmutableSortedDictionary(StringComparer.Ordinal),
            Trials = trials,
            Products = products,
            PriceLists = prices,
            Claims = new ClaimReader(issues).Read(In(ClaimsFolder), trials, byId.Keys),
            Cases = [.. In(CasesFolder).SelectMany(document => cases.Read(document))],
            Documents = documents,
        };

        Dictionary<string, Guideline> ById(string folder) => LibraryReader.In(folder, guidelines).DistinctBy(guideline => guideline.Id).ToDictionary(guideline => guideline.Id);

        IEnumerable<MarkdownDocument> In(string folder) => documents.Where(document => document.Source.Folder == folder);
    }

    private static bool HasDecisionTable(MarkdownDocument document) =>
        document.Sections.SelectMany(section => section.Tables).Any(TableShape.IsDecisionTable);

    private static void Check(Guideline guideline, List<Issue> issues)
    {
        if (guideline.Rows.Count() is > Limits.MostRowsOfDocument and var rows)
        {
            issues.Add(KnowledgeIssue.At(guideline.Document.Start, IssueCode.TooLargeKnowledge,
                $"A document has at most {Limits.MostRowsOfDocument} rows; found {rows}.", "Split the document."));
            return;
        }

        foreach (var table in guideline.Tables.Where(table => table.IsWhole)) TableCheck.Check(guideline, table, issues);
        DoseColumnCheck.Check(guideline, issues);
        DerivedCheck.Check(guideline, issues);
        OverrideCheck.Check(guideline, issues);
        AdviceCheck.Check(guideline, issues);
        PartitionCheck.Check(guideline, issues);
    }

    private static void CheckIds(ImmutableArray<MarkdownDocument> documents, List<Issue> issues)
    {
        var seen = new Dictionary<string, MarkdownDocument>();
        foreach (var document in documents)
        {
            if (document.Id.Length == 0 || Slug.Of(document.Id) != document.Id)
                issues.Add(KnowledgeIssue.At(document.Start, IssueCode.MissingFrontMatter,
                    $"Expected an id of lower-case letters, digits and hyphens in the front matter; found '{document.Id}'."));
            else if (!seen.TryAdd(Shelf(document), document))
                issues.Add(KnowledgeIssue.At(document.Start, IssueCode.DuplicateId,
                    $"The id '{document.Id}' is used already by {seen[Shelf(document)].Source.Path}."));
        }

        // Guidelines and planning documents share their addresses.
        static string Shelf(MarkdownDocument document) => $"{(IsGuideline(document) ? GuidelinesFolder : document.Source.Folder)}/{document.Id}";
    }

    private static void CheckCodeSets(FactVocabulary vocabulary, IDictionary<string, CodeSet> sets, List<Issue> issues)
    {
        foreach (var fact in vocabulary.Facts)
            foreach (var id in fact.ValueSets.Where(id => !sets.ContainsKey(id)))
                issues.Add(KnowledgeIssue.At(fact.Place, IssueCode.UnknownReference,
                    $"The fact '{fact.Name}' names the value set '{id}', which knowledge/terminology does not have.", Nearest.Hint(id, sets.Keys)));
    }

    /// <summary>Orders issues by file, then line, then column.</summary>
    private static (string File, int Line, int Column) Order(string at)
    {
        var parts = at.Split(':');
        return parts.Length == 3 && int.TryParse(parts[1], out var line) && int.TryParse(parts[2], out var column)
            ? (parts[0], line, column)
            : (at, 0, 0);
    }
}
