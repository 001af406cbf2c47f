using NodaTime;

namespace Decidua.Clinical.Records;

/// <summary>Sex as recorded for administration.</summary>
public enum RecordedSex
{
    /// <summary>Not stated or unknown.</summary>
    Unstated,

    /// <summary>Female.</summary>
    Female,

    /// <summary>Male. It does not exclude a pregnancy and is never used to.</summary>
    Male,

    /// <summary>Other.</summary>
    Other,
}

/// <summary>
/// What was recorded about one woman: raw, dated, each entry with its origin. Nothing in it is derived; names, addresses
/// and numbers of persons are not kept. Entries stand in order of date, then of origin, whatever order they came in.
/// </summary>
public sealed record Record
{
    /// <summary>The id of the patient in the input; empty when it has none.</summary>
    public required string PatientId { get; init; }

    /// <summary>Where the patient entry came from.</summary>
    public required Origin From { get; init; }

    /// <summary>Date of birth, if stated.</summary>
    public PartialDate? BirthDate { get; init; }

    /// <summary>Sex as recorded.</summary>
    public RecordedSex Sex { get; init; }

    /// <summary>Date of death, if stated.</summary>
    public PartialDate? Died { get; init; }

    /// <summary>Diagnoses, problems and findings.</summary>
    public Entries<Condition> Conditions { get; init; } = [];

    /// <summary>Operations, births, tests and other acts.</summary>
    public Entries<Procedure> Procedures { get; init; } = [];

    /// <summary>Measurements and answers.</summary>
    public Entries<Measurement> Measurements { get; init; } = [];

    /// <summary>Drugs.</summary>
    public Entries<Medication> Medications { get; init; } = [];

    /// <summary>Allergies and intolerances.</summary>
    public Entries<Allergy> Allergies { get; init; } = [];

    /// <summary>Visits and stays.</summary>
    public Entries<Encounter> Encounters { get; init; } = [];

    /// <summary>Pregnancies stated as such.</summary>
    public Entries<Pregnancy> Pregnancies { get; init; } = [];

    /// <summary>Results of tests for antiphospholipid antibodies, stated as such. From FHIR they are found among the measurements.</summary>
    public Entries<AntibodyResult> Antibodies { get; init; } = [];

    /// <summary>Conditions of her relatives.</summary>
    public Entries<RelativeCondition> Relatives { get; init; } = [];

    /// <summary>
    /// The last day that any entry certainly reaches, or null when nothing is dated. A statement without a date of its own,
    /// such as "resolved", holds from then on.
    /// </summary>
    public LocalDate? LastEntry
    {
        get
        {
            LocalDate? last = null;
            foreach (var date in Dates())
            {
                if (date is { } known && (last is null || known.Earliest > last))
                    last = known.Earliest;
            }

            return last;
        }
    }

    /// <summary>
    /// The record as it stood on a date: entries that certainly came later are absent, and an end that certainly came later
    /// is not known yet. Entries without a date stay.
    /// </summary>
    /// <param name="date">The last date that counts.</param>
    public Record UpTo(LocalDate date)
    {
        bool Known(PartialDate? entry) => entry is not { } dated || !dated.IsCertainlyAfter(date);
        return this with
        {
            Died = Known(Died) ? Died : null,
            Conditions = Entries.From(Conditions.Where(entry => Known(entry.Began))
                .Select(entry => Known(entry.Abatement) ? entry : entry with { Abatement = null, Status = ClinicalStatus.Active })),
            Procedures = Entries.From(Procedures.Where(entry => Known(entry.When))),
            Measurements = Entries.From(Measurements.Where(entry => Known(entry.When))),
            Medications = Entries.From(Medications.Where(entry => Known(entry.Began))
                .Select(entry => Known(entry.Ended) ? entry : entry with { Ended = null, Status = MedicationStatus.Active })),
            Allergies = Entries.From(Allergies.Where(entry => Known(entry.Began))),
            Encounters = Entries.From(Encounters.Where(entry => Known(entry.Began))
                .Select(entry => Known(entry.Ended) ? entry : entry with { Ended = null, Status = EncounterStatus.Ongoing })),
            Pregnancies = Entries.From(Pregnancies.Where(entry => Known(entry.LastPeriod ?? entry.Ended))
                .Select(entry => Known(entry.Ended) ? entry : entry.StillGoingOn)),
            Antibodies = Entries.From(Antibodies.Where(entry => Known(entry.When))),
            Relatives = Entries.From(Relatives.Where(entry => Known(entry.Recorded))),
        };
    }

    private IEnumerable<PartialDate?> Dates() =>
        Conditions.SelectMany(entry => new[] { entry.Onset, entry.Abatement, entry.Recorded })
            .Concat(Procedures.Select(entry => entry.When))
            .Concat(Measurements.Select(entry => entry.When))
            .Concat(Medications.SelectMany(entry => new[] { entry.Began, entry.Ended }))
            .Concat(Encounters.SelectMany(entry => new[] { entry.Began, entry.Ended }))
            .Concat(Pregnancies.Select(entry => entry.Ended))
            .Concat(Antibodies.Select(entry => entry.When));
}
