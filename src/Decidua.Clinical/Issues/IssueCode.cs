namespace Decidua.Clinical.Issues;

/// <summary>
/// The permanent issue codes. The first digit is the stage: 1 reading, 2 plausibility, 3 knowledge, 4 reasoning,
/// 5 pharmacokinetics, 6 transport, 7 journal. A code is never reused for another meaning.
/// </summary>
public static class IssueCode
{
    /// <summary>The text is not JSON: malformed or truncated.</summary>
    public const string MalformedJson = "D1001";

    /// <summary>The input is larger than the limit.</summary>
    public const string TooLarge = "D1002";

    /// <summary>The input is nested more deeply than the limit.</summary>
    public const string TooDeep = "D1003";

    /// <summary>A JSON object names the same member twice.</summary>
    public const string DuplicateKey = "D1004";

    /// <summary>The JSON is well formed but is neither a facts file, a record nor a FHIR resource that we read.</summary>
    public const string UnknownShape = "D1005";

    /// <summary>A member that this file format does not have.</summary>
    public const string UnknownMember = "D1006";

    /// <summary>A required member is absent.</summary>
    public const string MissingMember = "D1007";

    /// <summary>A date or time cannot be read.</summary>
    public const string UnreadableDate = "D1008";

    /// <summary>The file or folder does not exist or cannot be opened.</summary>
    public const string CannotOpen = "D1009";

    /// <summary>More entries than the limit; the rest was not read.</summary>
    public const string TooMany = "D1010";

    /// <summary>A FHIR resource type that is not read; it was left out.</summary>
    public const string UnknownResource = "D1101";

    /// <summary>A reference that points to nothing in the input.</summary>
    public const string MissingReference = "D1102";

    /// <summary>One record was expected and the input holds more than one patient.</summary>
    public const string SeveralPatients = "D1103";

    /// <summary>The FHIR version is not R4.</summary>
    public const string WrongFhirVersion = "D1104";

    /// <summary>No patient in the input.</summary>
    public const string NoPatient = "D1105";

    /// <summary>A resource lacks what is needed to use it; it was left out.</summary>
    public const string UnusableResource = "D1106";

    /// <summary>A code that no value set lists; it was kept as unrecognised, never as absent.</summary>
    public const string UnrecognisedCode = "D1107";

    /// <summary>The input says that it is one page of several, and the others are not in it.</summary>
    public const string MorePages = "D1108";

    /// <summary>An entry that the source itself calls mistaken, refuted, cancelled or not done; it was left out.</summary>
    public const string ExcludedEntry = "D1109";

    /// <summary>A resource type, a file or an entry given twice.</summary>
    public const string RepeatedEntry = "D1110";

    /// <summary>The input names no date for the assessment; another was taken, or none could be.</summary>
    public const string NoDateGiven = "D1111";

    /// <summary>A fact that the vocabulary does not declare.</summary>
    public const string UnknownFact = "D2001";

    /// <summary>A value of the wrong type for its fact.</summary>
    public const string WrongType = "D2002";

    /// <summary>A number outside the plausible range of its fact.</summary>
    public const string OutOfRange = "D2003";

    /// <summary>A choice that the fact does not have.</summary>
    public const string UnknownChoice = "D2004";

    /// <summary>Two entries contradict one another.</summary>
    public const string Contradiction = "D2005";

    /// <summary>A gestational age that cannot be.</summary>
    public const string ImpossibleGestation = "D2006";

    /// <summary>A narrowing that leaves no possible value.</summary>
    public const string EmptyNarrowing = "D2007";

    /// <summary>A protocol or guideline that the knowledge does not have.</summary>
    public const string UnknownProtocol = "D2008";

    /// <summary>Dates in an order that cannot be.</summary>
    public const string ImpossibleOrder = "D2009";

    /// <summary>A unit that the fact cannot be read in.</summary>
    public const string WrongUnit = "D2010";

    /// <summary>An address that names no row.</summary>
    public const string UnknownAddress = "D2011";

    /// <summary>A result without a date; it was not used.</summary>
    public const string UndatedResult = "D2012";

    /// <summary>An entry dated after the day for which the answer is wanted; it was not used.</summary>
    public const string AfterTheDay = "D2013";

    /// <summary>A positive test that no second one confirms yet; the day from which a repeat counts is named.</summary>
    public const string NotConfirmed = "D2014";

    /// <summary>A test that something in the blood makes unreadable; the fact was left open.</summary>
    public const string UnreadableTest = "D2015";

    /// <summary>A sample taken sooner after a loss than a guideline allows.</summary>
    public const string SampleTooSoon = "D2016";

    /// <summary>Two pregnancies of one woman that overlap in time.</summary>
    public const string OverlappingPregnancies = "D2017";

    /// <summary>A result that lacks what its reading needs, such as the laboratory's limit; the fact was left open.</summary>
    public const string IncompleteResult = "D2018";

    /// <summary>A value that was reckoned from others, with what it rests on.</summary>
    public const string Reckoned = "D2019";

    /// <summary>A pregnancy could not be laid on the calendar.</summary>
    public const string NoCalendar = "D2020";

    /// <summary>Statements that date the pregnancy differently; all are shown and none is averaged.</summary>
    public const string DatingsDisagree = "D2021";

    /// <summary>A date that the plan needs is missing.</summary>
    public const string DateMissing = "D2022";

    /// <summary>Two courses of the same medicine that would run at the same time.</summary>
    public const string CoursesOverlap = "D2023";

    /// <summary>A course is advised, and something forbids it: no dose is planned.</summary>
    public const string CourseWithheld = "D2024";

    /// <summary>She takes a medicine that nothing in this plan advises.</summary>
    public const string NothingAdvisesIt = "D2025";

    /// <summary>A dose needs something that is not known: a weight, the kidneys, the platelets. No amount is given.</summary>
    public const string DoseNeedsMeasurement = "D2030";

    /// <summary>Another recorded weight of hers gives another dose.</summary>
    public const string OtherWeightBand = "D2031";

    /// <summary>The guideline's dose is above the most that the label allows; both are shown.</summary>
    public const string AboveLabel = "D2032";

    /// <summary>The label speaks against the medicine for her, or asks for care.</summary>
    public const string LabelCaution = "D2033";

    /// <summary>No stocked presentation can give the dose. No amount is given.</summary>
    public const string NoSyringe = "D2034";

    /// <summary>The document prints no dose for her, or leaves a choice that a clinician must make.</summary>
    public const string NoDosePrinted = "D2035";

    /// <summary>An amount in a unit in which the medicine is not dosed, or in two units at once.</summary>
    public const string UnitsMixed = "D2036";

    /// <summary>An amount and a volume that make a concentration which does not exist.</summary>
    public const string NoSuchConcentration = "D2037";

    /// <summary>Two stocked presentations hold different amounts in the same volume.</summary>
    public const string SameVolumeOtherAmount = "D2038";

    /// <summary>The guideline asks for a lower dose and prints none. No amount is given.</summary>
    public const string DoseToBeLowered = "D2039";

    /// <summary>A clock time, or something that needs one, without a time zone: no clock time was worked out.</summary>
    public const string NoTimeZone = "D2040";

    /// <summary>Something that is entered as planned lies in the past.</summary>
    public const string PlannedInThePast = "D2041";

    /// <summary>Events that cannot have come in this order: a catheter out before it was in, a dose in the future.</summary>
    public const string EventsOutOfOrder = "D2042";

    /// <summary>No document says for how long this medicine is held: nothing was planned, and nobody may read that as permission.</summary>
    public const string NoHoldKnown = "D2043";

    /// <summary>A fact that is not known could lengthen a hold; the longer one was used.</summary>
    public const string LongerHoldUsed = "D2044";

    /// <summary>A clock time that a clock change makes doubtful; the safer reading was used.</summary>
    public const string ClockChange = "D2045";

    /// <summary>A planned event without a clock time; the first moment of its day was used.</summary>
    public const string NoClockTime = "D2046";

    /// <summary>Something without which a hold cannot be answered is not known: the last dose, its strength, the platelets.</summary>
    public const string HoldNotAnswerable = "D2047";

    /// <summary>A time zone that the IANA database does not have.</summary>
    public const string UnknownZone = "D2061";

    /// <summary>A plan was wanted, and no day is named for which it is made.</summary>
    public const string PlanWithoutDay = "D2062";

    /// <summary>A medicine that the knowledge does not have.</summary>
    public const string UnknownMedicine = "D2063";

    /// <summary>A price list that the knowledge does not have.</summary>
    public const string UnknownPriceList = "D2065";

    /// <summary>The dose of heparin that an antidote would be reckoned from is missing, or in a unit that this heparin is not counted in.</summary>
    public const string DoseToReverseUnclear = "D2050";

    /// <summary>A laboratory test for which the knowledge holds no range.</summary>
    public const string UnknownTest = "D2051";

    /// <summary>A result cannot be read because it is not known in which part of a pregnancy it was taken.</summary>
    public const string TrimesterUnknown = "D2052";

    /// <summary>Whether a test is due depends on facts that are not known.</summary>
    public const string DueIsOpen = "D2053";

    /// <summary>The documents on monitoring do not know the medicine of a course.</summary>
    public const string UnwatchedMedicine = "D2054";

    /// <summary>Platelet counts that show no fall because none stands before the first dose.</summary>
    public const string NoCountBeforeHeparin = "D2055";

    /// <summary>The protocol names no document for a topic of planning.</summary>
    public const string NoDocumentForTopic = "D2056";

    /// <summary>The amount of an antidote was lowered to the most that may be given at once.</summary>
    public const string AmountCapped = "D2057";

    /// <summary>A knowledge document without usable front matter, or with a key missing.</summary>
    public const string MissingFrontMatter = "D3001";

    /// <summary>A table whose rows and header do not fit, or whose header is not understood.</summary>
    public const string MalformedTable = "D3002";

    /// <summary>A table reads a fact or value that nothing declares.</summary>
    public const string UnknownName = "D3003";

    /// <summary>A cell that is not in the cell language.</summary>
    public const string MalformedCell = "D3004";

    /// <summary>A cell names a choice that its fact does not have.</summary>
    public const string UnknownChoiceInCell = "D3005";

    /// <summary>A cell tests for a value outside the range of its fact, or a sum leaves its declared range.</summary>
    public const string CellOutOfRange = "D3006";

    /// <summary>A heading repeats a unit that is not the unit of its fact.</summary>
    public const string WrongUnitInHeading = "D3007";

    /// <summary>Two rows of a unique table apply to the same woman.</summary>
    public const string Overlap = "D3008";

    /// <summary>No row of a complete table applies to some woman.</summary>
    public const string Gap = "D3009";

    /// <summary>A row that can never apply.</summary>
    public const string Unreachable = "D3010";

    /// <summary>Two rows give contradictory advice to the same woman.</summary>
    public const string ContradictoryAdvice = "D3011";

    /// <summary>Derived values that depend on one another in a circle.</summary>
    public const string Cycle = "D3012";

    /// <summary>A row without source or without how it was checked.</summary>
    public const string MissingSource = "D3013";

    /// <summary>An id, fact, value or row declared twice.</summary>
    public const string DuplicateId = "D3014";

    /// <summary>A declaration in the vocabulary or a Derived table that is not understood.</summary>
    public const string BadDeclaration = "D3015";

    /// <summary>An output that no rule of the language knows, or of the wrong type.</summary>
    public const string UnknownOutput = "D3016";

    /// <summary>A protocol, override or value set that refers to nothing.</summary>
    public const string UnknownReference = "D3017";

    /// <summary>A worked case whose expected answer is not the answer.</summary>
    public const string CaseFails = "D3018";

    /// <summary>A knowledge file, table or fact larger than the limits of the language.</summary>
    public const string TooLargeKnowledge = "D3019";

    /// <summary>The folder holds no knowledge.</summary>
    public const string NoKnowledge = "D3020";

    /// <summary>A derived value that no table decides.</summary>
    public const string UndecidedValue = "D3021";

    /// <summary>A retracted study named as evidence.</summary>
    public const string RetractedEvidence = "D3040";

    /// <summary>A column that is meant as a dose and cannot be read as one.</summary>
    public const string MalformedDoseColumn = "D3041";

    /// <summary>A dose of a heparin whose heading does not say how much heparin it stands for.</summary>
    public const string DoseWithoutIntensity = "D3042";

    /// <summary>A presentation whose numbers contradict one another or cannot be read.</summary>
    public const string BadPresentation = "D3043";

    /// <summary>A price without its presentation, pack, place or currency.</summary>
    public const string BadPrice = "D3044";

    /// <summary>A parameter of a protocol that names what the products do not have.</summary>
    public const string UnknownProduct = "D3045";

    /// <summary>The row did not change whatever was tried within the limits of the search.</summary>
    public const string NoChangeFound = "D4001";

    /// <summary>A claim about all women was refuted: some woman shows that it does not hold.</summary>
    public const string ProofRefuted = "D4010";

    /// <summary>The solver is missing, too slow, or gave no answer. That is a failure, never a pass.</summary>
    public const string SolverGaveNoAnswer = "D4011";

    /// <summary>The request is larger than the server takes, or of a kind that it does not take.</summary>
    public const string BadRequest = "D6001";

    /// <summary>The server failed; nothing was decided and nothing was kept.</summary>
    public const string InternalFault = "D6002";

    /// <summary>There is no page or resource at this address.</summary>
    public const string NoSuchPage = "D6003";
}
