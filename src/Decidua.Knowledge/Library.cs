using System.Collections.Immutable;
using Decidua.Knowledge.Cases;
using Decidua.Knowledge.Catalogues;
using Decidua.Knowledge.Documents;
using Decidua.Knowledge.Protocols;
using Decidua.Knowledge.Safety;
using Decidua.Knowledge.Tables;
using Decidua.Knowledge.Terminology;
using Decidua.Knowledge.Vocabulary;

namespace Decidua.Knowledge;

/// <summary>
/// All knowledge, read and checked: immutable, and named by a hash of its content that depends neither on the order of the files
/// nor on line endings. A library exists only when the checker found no error.
/// </summary>
public sealed class Library
{
    private readonly Lazy<ImmutableArray<Guideline>> planning = new([]);

    /// <summary>The name of this knowledge: <c>sha256:</c> and 64 hexadecimal digits.</summary>
    public required string Hash { get; init; }

    /// <summary>The facts that tables may read.</summary>
    public required FactVocabulary Vocabulary { get; init; }

    /// <summary>What cannot be together: tables of the vocabulary with the output <c>→ contradiction</c>, as a document of their own.</summary>
    public required ImmutableArray<Guideline> Consistency { get; init; }

    /// <summary>The guidelines in the order of their ids.</summary>
    public required ImmutableArray<Guideline> Guidelines { get; init; }

    /// <summary>
    /// The documents of <c>knowledge/planning</c> in the order of their ids: doses, holds, tests, events. They are written like guidelines
    /// and answer only when somebody names them.
    /// </summary>
    public ImmutableArray<Guideline> Planning
    {
        get => planning.Value;
        init => planning = new(value);
    }

    /// <summary>Reads the planning documents of kept knowledge when somebody asks for them.</summary>
    internal Func<ImmutableArray<Guideline>> LatePlanning
    {
        init => planning = new(value);
    }

    /// <summary>What must hold for every woman. Read from the documents where nobody gives them.</summary>
    public ImmutableArray<Invariant> Invariants
    {
        get => field.IsDefault ? field = new InvariantReader(Vocabulary, []).Read(Documents.Where(document => document.Source.Folder == LibraryReader.SafetyFolder)) : field;
        init;
    }

    /// <summary>The protocols in the order of their ids.</summary>
    public required ImmutableArray<Protocol> Protocols { get; init; }

    /// <summary>The value sets by id.</summary>
    public required ImmutableSortedDictionary<string, CodeSet> CodeSets { get; init; }

    /// <summary>The studies that advice rests on, in the order of their ids.</summary>
    public required ImmutableArray<Trial> Trials { get; init; }

    /// <summary>The medicines and what the pharmacy has of them, in the order of their documents.</summary>
    /// <remarks>Stored knowledge reads them from its documents when somebody asks.</remarks>
    public ImmutableArray<Product> Products
    {
        get => field.IsDefault ? field = new ProductReader([]).Read(Documents.Where(document => document.Source.Folder == ProductReader.Folder)) : field;
        init;
    }

    /// <summary>What packs cost at some places, in the order of their documents.</summary>
    /// <remarks>Stored knowledge reads them from its documents when somebody asks.</remarks>
    public ImmutableArray<PriceList> PriceLists
    {
        get => field.IsDefault ? field = new PriceListReader([]).Read(Documents.Where(document => document.Source.Folder == ProductReader.Folder), Products) : field;
        init;
    }

    /// <summary>What women are told, with verdicts, in the order of their documents.</summary>
    public required ImmutableArray<Claim> Claims { get; init; }

    /// <summary>The worked cases in the order of their documents.</summary>
    public required ImmutableArray<KnowledgeCase> Cases { get; init; }

    /// <summary>Every document in the order of the paths, for readers.</summary>
    public required ImmutableArray<MarkdownDocument> Documents { get; init; }

    /// <summary>The protocol used when nobody names one: the one marked as default, else <c>uk</c>, else the first; null when there is none.</summary>
    public Protocol? DefaultProtocol =>
        Protocols.FirstOrDefault(protocol => protocol.IsDefault) ?? Protocol("uk") ?? Protocols.FirstOrDefault();

    /// <summary>The protocol with an id; null when there is none.</summary>
    /// <param name="id">For example <c>uk</c>.</param>
    public Protocol? Protocol(string id) => Protocols.FirstOrDefault(protocol => protocol.Id == id);

    /// <summary>The guideline or planning document with an id; null when there is none.</summary>
    /// <param name="id">For example <c>rcog-37a-2015</c>.</param>
    public Guideline? Guideline(string id) => Guidelines.FirstOrDefault(guideline => guideline.Id == id) ?? Planning.FirstOrDefault(document => document.Id == id);

    /// <summary>The trial with an id; null when there is none.</summary>
    /// <param name="id">For example <c>alife2-2023</c>.</param>
    public Trial? Trial(string id) => Trials.FirstOrDefault(trial => trial.Id == id);

    /// <summary>The product of a medicine; null when there is none.</summary>
    /// <param name="medicine">For example <c>enoxaparin</c>, in any case.</param>
    public Product? Product(string medicine) => Products.FirstOrDefault(product => string.Equals(product.Id, medicine, StringComparison.OrdinalIgnoreCase));

    /// <summary>The price list with an id; null when there is none.</summary>
    /// <param name="id">For example <c>prices-uk-somerset</c>.</param>
    public PriceList? PriceList(string id) => PriceLists.FirstOrDefault(list => list.Id == id);

    /// <summary>The claim with an id; null when there is none.</summary>
    /// <param name="id">For example <c>sa2</c>.</param>
    public Claim? Claim(string id) => Claims.FirstOrDefault(claim => claim.Id == id);

    /// <summary>The row with an address, with its table and guideline; null when there is none.</summary>
    /// <param name="address">For example <c>rcog-37a-2015/antenatal-score/PRE-07</c>.</param>
    public (Guideline Guideline, DecisionTable Table, Row Row)? Find(string address) =>
        (from guideline in Guidelines.Concat(Planning)
         where address.StartsWith(guideline.Id + "/", StringComparison.Ordinal)
         from table in guideline.Tables
         from row in table.Rows
         where row.Address == address
         select ((Guideline, DecisionTable, Row)?)(guideline, table, row)).FirstOrDefault();
}
