namespace Decidua.Clinical.Records;

/// <summary>The code systems that the knowledge names. A system not listed here is kept by its own address.</summary>
public static class CodeSystem
{
    /// <summary>SNOMED CT.</summary>
    public const string Snomed = "SNOMED CT";

    /// <summary>ICD-10 of the World Health Organization, and its clinical modification.</summary>
    public const string Icd10 = "ICD-10";

    /// <summary>LOINC.</summary>
    public const string Loinc = "LOINC";

    /// <summary>RxNorm.</summary>
    public const string RxNorm = "RxNorm";

    /// <summary>Anatomical Therapeutic Chemical classification.</summary>
    public const string Atc = "ATC";

    /// <summary>
    /// Not a code system of the world: a fact of the vocabulary, named by its slug. A record file uses it for what it says
    /// in the words of the vocabulary instead of in codes.
    /// </summary>
    public const string Fact = "fact";

    /// <summary>The name used in the knowledge for a FHIR system address, or the address itself when it has none.</summary>
    public static string FromAddress(string address) => address switch
    {
        "http://snomed.info/sct" => Snomed,
        "http://hl7.org/fhir/sid/icd-10" or "http://hl7.org/fhir/sid/icd-10-cm" or "http://hl7.org/fhir/sid/icd-10-uk" => Icd10,
        "http://loinc.org" => Loinc,
        "http://www.nlm.nih.gov/research/umls/rxnorm" => RxNorm,
        "http://www.whocc.no/atc" => Atc,
        _ => address,
    };
}

/// <summary>One code of one system.</summary>
/// <param name="System">A name from <see cref="CodeSystem"/>, or the address of another system; empty when none was given.</param>
/// <param name="Value">The code.</param>
/// <param name="Display">The words that came with it; may be empty. Never used for a decision.</param>
public sealed record Code(string System, string Value, string Display)
{
    /// <summary><c>SNOMED CT 72892002 (Normal pregnancy)</c>.</summary>
    public override string ToString() => Display.Length == 0 ? $"{System} {Value}" : $"{System} {Value} ({Display})";
}

/// <summary>What an entry is about: codes that say the same in several systems, and words.</summary>
/// <param name="Codes">The codes; may be empty.</param>
/// <param name="Text">The words; may be empty. Never used for a decision.</param>
public sealed record Concept(Entries<Code> Codes, string Text)
{
    /// <summary>Nothing said.</summary>
    public static Concept None { get; } = new([], "");

    /// <summary>Whether there is neither a code nor a word.</summary>
    public bool IsEmpty => Codes.Count == 0 && Text.Length == 0;

    /// <summary>The words, or the words of the first code, or the first code.</summary>
    public override string ToString() =>
        Text.Length > 0 ? Text
        : Codes.Count == 0 ? "nothing named"
        : Codes[0].Display.Length > 0 ? Codes[0].Display
        : Codes[0].ToString();
}
