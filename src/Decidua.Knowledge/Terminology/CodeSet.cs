using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Decidua.Knowledge.Terminology;

/// <summary>One code of a value set.</summary>
/// <param name="System">SNOMED CT, ICD-10, LOINC, RxNorm or ATC.</param>
/// <param name="Value">The code.</param>
/// <param name="IsPrefix">Whether every code that begins with it belongs too (ICD-10 only).</param>
/// <param name="Display">What it stands for.</param>
public sealed record SetCode(string System, string Value, bool IsPrefix, string Display);

/// <summary>A value set: the codes by which a fact is found in a record.</summary>
public sealed class CodeSet
{
    private readonly Lazy<FrozenSet<(string System, string Value)>> exact;
    private readonly Lazy<ImmutableArray<SetCode>> prefixes;

    /// <summary>Makes the set.</summary>
    /// <param name="id">Slug of its heading.</param>
    /// <param name="title">Its heading.</param>
    /// <param name="codes">Its codes.</param>
    public CodeSet(string id, string title, ImmutableArray<SetCode> codes)
    {
        Id = id;
        Title = title;
        Codes = codes;
        exact = new(() => codes.Where(code => !code.IsPrefix).Select(code => (code.System, code.Value)).ToFrozenSet());
        prefixes = new(() => [.. codes.Where(code => code.IsPrefix)]);
    }

    /// <summary>Slug of the heading: <c>venous-thromboembolism</c>.</summary>
    public string Id { get; }

    /// <summary>The heading.</summary>
    public string Title { get; }

    /// <summary>The codes in the order of the document.</summary>
    public ImmutableArray<SetCode> Codes { get; }

    /// <summary>Whether a code belongs to the set.</summary>
    /// <param name="system">SNOMED CT, ICD-10, LOINC, RxNorm or ATC.</param>
    /// <param name="code">The code.</param>
    public bool Contains(string system, string code) =>
        exact.Value.Contains((system, code))
        || prefixes.Value.Any(prefix => prefix.System == system && code.StartsWith(prefix.Value, StringComparison.Ordinal));
}
