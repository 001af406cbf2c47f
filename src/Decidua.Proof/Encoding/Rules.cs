using System.Globalization;
using System.Text;
using Decidua.Knowledge;
using Decidua.Knowledge.Tables;
using Decidua.Knowledge.Values;
using Decidua.Knowledge.Vocabulary;

namespace Decidua.Proof.Encoding;

/// <summary>
/// Documents as definitions of SMT-LIB: for every row whether it fires and whether it stands (no exception sets it aside), for every
/// derived value what it comes to. Derived values that documents share are defined once.
/// </summary>
/// <param name="women">The women whom the rows test.</param>
/// <param name="copy">Suffix of the names; that of the women.</param>
public sealed class Rules(Women women, string copy = "")
{
    private readonly StringBuilder text = new();
    private readonly HashSet<DerivedValue> defined = [];
    private readonly HashSet<string> rows = [];

    /// <summary>The facts that the defined documents read.</summary>
    public HashSet<Fact> Facts { get; } = [];

    /// <summary>The definitions.</summary>
    public string Text => text.ToString();

    /// <summary>The symbol that says whether the conditions of a row hold and no earlier row of its table keeps it from being the first.</summary>
    /// <param name="row">A row of a defined document.</param>
    public string Fires(Row row) => Smt.Symbol($"fires {row.Address}{copy}");

    /// <summary>The symbol that says whether a row fires and no exception sets it aside.</summary>
    /// <param name="row">A row of a defined document.</param>
    public string Stands(Row row) => Smt.Symbol($"stands {row.Address}{copy}");

    /// <summary>The symbol of a derived value: a whole number, or the number of a choice.</summary>
    /// <param name="value">A derived value of a defined document.</param>
    public string Value(DerivedValue value) => Smt.Symbol(value.Address + copy);

    /// <summary>Defines a document with the values that it borrows.</summary>
    /// <param name="guideline">The document.</param>
    public void Define(Guideline guideline)
    {
        foreach (var value in guideline.Computed)
        {
            if (!defined.Add(value)) continue;
            var tables = guideline.Deciding(value).ToList();
            foreach (var table in tables) Define(table);
            text.Append(CultureInfo.InvariantCulture, $"(define-fun {Value(value)} () Int {Decided(value, tables)})\n");
        }

        foreach (var table in guideline.Tables.Where(table => table.Decides is null)) Define(table);
        var own = guideline.Tables.SelectMany(table => table.Rows).ToList();
        foreach (var row in ExceptionsFirst(own)) DefineStands(row, own);
    }

    /// <summary>A derived value, or a result of a table, as a number.</summary>
    /// <param name="address">Address of the derived value, or of the table and its column.</param>
    /// <param name="guidelines">The documents in which it is looked for.</param>
    /// <returns>When it is given and what it is; null when nothing has the address.</returns>
    public (string IsGiven, string Term)? Measure(string address, IEnumerable<Guideline> guidelines)
    {
        foreach (var guideline in guidelines)
        {
            if (guideline.Derived.FirstOrDefault(value => value.Address == address) is { } derived) return (Smt.True, Value(derived));
            foreach (var table in guideline.Tables)
                if (table.OutputColumns.FirstOrDefault(column => $"{table.Address}/{column.Name}" == address) is { } column) return Measure(table, column);
        }

        return null;
    }

    private (string IsGiven, string Term) Measure(DecisionTable table, OutputColumn column)
    {
        var given = table.Rows.Select(row => (Row: row, Output: row.Outputs.First(output => output.Column == column))).Where(pair => pair.Output.Number is not null).ToList();
        var weight = table.Inputs.FirstOrDefault(term => term.Type.Unit == "kg");
        var amount = given.Aggregate("0.0", (rest, pair) => Smt.If(Fires(pair.Row), Amount(pair.Output), rest));
        return (Smt.Or([.. given.Select(pair => Fires(pair.Row))]), amount);

        string Amount(Output output)
        {
            var number = output.Number!.Value.ToString("0.0##########", CultureInfo.InvariantCulture);
            return output.PerKilogram ? $"(* {number} {women.Symbol(weight!.Fact!)})" : number;
        }
    }

    private void Define(DecisionTable table)
    {
        var earlier = new List<string>();
        foreach (var row in table.Rows)
        {
            if (!rows.Add(row.Address)) continue;
            List<string> parts = [.. row.Conditions.Select(Condition)];
            if (table.Policy == HitPolicy.First) parts.AddRange(earlier.Select(Smt.Not));
            text.Append(CultureInfo.InvariantCulture, $"(define-fun {Fires(row)} () Bool {Smt.And(parts)})\n");
            earlier.Add(Fires(row));
        }
    }

    private string Condition(Condition condition)
    {
        if (condition.Term.Fact is { } fact) Facts.Add(fact);
        var symbol = condition.Term.Fact is { } read ? women.Symbol(read) : Value(condition.Term.Derived!);
        return Smt.In(symbol, condition.Term.Type, condition.Values);
    }

    private string Decided(DerivedValue value, List<DecisionTable> tables)
    {
        var own = tables.SelectMany(table => table.Rows).ToList();
        return tables[0].Policy switch
        {
            HitPolicy.Unique or HitPolicy.First => own.Take(own.Count - 1).Reverse().Aggregate(Output(own[^1]), (rest, row) => Smt.If(Fires(row), Output(row), rest)),
            HitPolicy.Sum => $"(+ 0 0 {string.Join(' ', own.Select(row => Smt.If(Fires(row), Output(row), "0")))})",
            HitPolicy.Greatest => Greatest(value, own),
            HitPolicy.Collect => throw new InvalidOperationException($"The checker lets no table with C decide '{value.Name}'."),
            _ => throw new InvalidOperationException($"No such hit policy: {tables[0].Policy}."),
        };
    }

    /// <summary>The greatest number, or the choice declared first: tried from the best output down.</summary>
    private string Greatest(DerivedValue value, List<Row> own)
    {
        var outputs = own.Select(row => (Row: row, Output: Index(row))).OrderBy(pair => value.Type.IsNumeric ? pair.Output : -pair.Output).ToList();
        var none = value.Type.IsNumeric ? "0" : Text(outputs[0].Output);
        return outputs.Aggregate(none, (rest, pair) => Smt.If(Fires(pair.Row), Text(pair.Output), rest));

        static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
    }

    private static string Output(Row row) => Index(row).ToString(CultureInfo.InvariantCulture);

    private static int Index(Row row) => row.Outputs[0].Value switch
    {
        ValueSet.Choices choice => choice.Index,
        ValueSet.Numbers number => (int)number.Single,
        _ => throw new InvalidOperationException($"The row {row.Address} decides nothing."),
    };

    /// <summary>A row stands before those that it sets aside; the checker lets none stand in a circle.</summary>
    private static List<Row> ExceptionsFirst(List<Row> own)
    {
        var pending = own.ToList();
        var ordered = new List<Row>();
        while (pending.Count > 0)
        {
            var setAside = pending.SelectMany(row => row.Overrides).ToHashSet();
            var free = pending.Where(row => !setAside.Contains(row.Address)).ToList();
            if (free.Count == 0) throw new InvalidOperationException("Rows set one another aside in a circle.");
            ordered.AddRange(free);
            pending.RemoveAll(free.Contains);
        }

        return ordered;
    }

    private void DefineStands(Row row, List<Row> own)
    {
        if (!rows.Add("stands " + row.Address)) return;
        List<string> parts = [Fires(row), .. own.Where(other => other.Overrides.Contains(row.Address)).Select(other => Smt.Not(Stands(other)))];
        text.Append(CultureInfo.InvariantCulture, $"(define-fun {Stands(row)} () Bool {Smt.And(parts)})\n");
    }
}
