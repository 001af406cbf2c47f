using System.Collections.Immutable;
using Decidua.Clinical.Gestation;
using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using Decidua.Knowledge;
using Decidua.Knowledge.Cells;
using Decidua.Knowledge.Protocols;
using Decidua.Knowledge.Terminology;
using Decidua.Knowledge.Values;
using Decidua.Knowledge.Vocabulary;
using Decidua.Reasoning.Deriving.Antibodies;
using Decidua.Reasoning.Deriving.Losses;

namespace Decidua.Reasoning.Deriving;

/// <summary>
/// What deriving needs of the knowledge: which codes mean what, and the lengths of time that a protocol sets. Immutable;
/// made once for a library and a protocol, shared by any number of records.
/// </summary>
public sealed class ReadingKnowledge
{
    private const int MinutesPerDay = 24 * 60;

    /// <summary>Prepares the knowledge for reading records.</summary>
    /// <param name="library">Checked knowledge.</param>
    /// <param name="protocol">The protocol; the default one when null.</param>
    public ReadingKnowledge(Library library, Protocol? protocol = null)
    {
        Library = library;
        Protocol = protocol ?? library.DefaultProtocol;
        Findings = FindingTable.Read(library);
        GestationType = library.Vocabulary.Named("gestation")?.Type;
        BirthType = library.Vocabulary.Named("gestation at birth")?.Type;
        Losses = LossTable.Read(library, GestationType);
        Antibodies = AntibodyTable.Read(library);
        var issues = new List<Issue>();
        Clearance = ClearanceFormula.Read(library, issues);
        Provocations = ProvocationTable.Read(library, issues);
        Issues = [.. Findings.Issues, .. Losses.Issues, .. Antibodies.Issues, .. issues];
        Puerperium = Days("puerperium");
        LengthOfPregnancy = Days("length of pregnancy");
    }

    /// <summary>The knowledge.</summary>
    public Library Library { get; }

    /// <summary>The protocol.</summary>
    public Protocol? Protocol { get; }

    /// <summary>What entries say about facts.</summary>
    public FindingTable Findings { get; }

    /// <summary>What is wrong with the documents of knowledge/derivation; with any of them no facts are derived.</summary>
    public ImmutableArray<Issue> Issues { get; }

    /// <summary>How pregnancies are counted.</summary>
    internal LossTable Losses { get; }

    /// <summary>How antibody results are read.</summary>
    internal AntibodyTable Antibodies { get; }

    /// <summary>How creatinine clearance is reckoned; null when the knowledge does not say.</summary>
    internal ClearanceFormula? Clearance { get; }

    /// <summary>What the causes of clots, and clots of relatives, leave of other facts.</summary>
    internal ProvocationTable Provocations { get; }

    /// <summary>The type of the fact <c>gestation</c>; its range is what is plausible.</summary>
    internal FactType? GestationType { get; }

    /// <summary>The type of the fact <c>gestation at birth</c>.</summary>
    internal FactType? BirthType { get; }

    /// <summary>Days after a birth during which a woman counts as postpartum; null when the protocol does not say.</summary>
    public int? Puerperium { get; }

    /// <summary>Days from the last period to the due date; null when the protocol does not say.</summary>
    public int? LengthOfPregnancy { get; }

    /// <summary>The most days that a pregnancy plausibly lasts, by the range of the fact <c>gestation</c>.</summary>
    internal int LongestPregnancy => GestationType is { } type ? (int)type.Range.High : GestationalAge.MaximumWeeks * GestationalAge.DaysPerWeek;

    /// <summary>The fewest days of gestation at a birth, by the range of <c>gestation at birth</c>: two births closer than this are one.</summary>
    internal int ShortestBirth => BirthType is { } type ? (int)type.Range.Low : 0;

    /// <summary>Whether any code of a concept belongs to a value set. A set that the knowledge does not have is empty.</summary>
    internal bool Has(string setId, Concept concept) => Library.CodeSets.TryGetValue(setId, out var set) && Has(set, concept);

    /// <summary>Whether any code of a concept belongs to a value set.</summary>
    internal static bool Has(CodeSet set, Concept concept)
    {
        foreach (var code in concept.Codes)
        {
            if (set.Contains(code.System, code.Value))
                return true;
        }

        return false;
    }

    /// <summary>Whether a concept says that a child was born: by the set of births, or by a set that says how.</summary>
    internal bool IsBirth(Concept concept) =>
        Has(CodeSetNames.Birth, concept)
        || (Named("mode of birth") is { } mode && Findings[mode].Any(row => row.Is is not null && Has(row.Codes.Id, concept)));

    /// <summary>Whether any value set lists the code.</summary>
    internal bool Knows(Code code) => Library.CodeSets.Values.Any(set => set.Contains(code.System, code.Value));

    /// <summary>The fact with a name, when the vocabulary has it.</summary>
    internal Fact? Named(string name) => Library.Vocabulary.Named(name);

    private int? Days(string parameter) =>
        Protocol?.Parameters.TryGetValue(parameter, out var found) == true && Literal.Minutes(found.Value) is { } minutes
            ? (int)(minutes / MinutesPerDay)
            : null;
}
