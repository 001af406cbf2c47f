using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Decidua.Architecture.Tests.Repository;

namespace Decidua.Architecture.Tests.Style;

/// <summary>What the compiled core looks like from outside: immutable values, few parameters, no ceremony.</summary>
public sealed partial class SurfaceTests
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly;
    private const int MostParameters = 5;

    [Fact]
    public void The_core_has_types_to_judge() => Core.PublicTypes.Count().ShouldBeGreaterThan(2);

    [Fact]
    public void Public_values_cannot_be_changed_after_they_are_made() =>
        Core.PublicTypes.SelectMany(type => type.GetProperties(Declared).Where(HasOpenSetter).Select(property => $"{type.FullName}.{property.Name}"))
            .ShouldBeNone("A public setter that is not init-only:");

    [Fact]
    public void Public_fields_are_constant_or_readonly() =>
        Core.PublicTypes.Where(type => !type.IsEnum)
            .SelectMany(type => type.GetFields(Declared).Where(field => !field.IsLiteral && !field.IsInitOnly).Select(field => $"{type.FullName}.{field.Name}"))
            .ShouldBeNone("A public field that anybody can change:");

    [Fact]
    public void Structs_are_readonly() =>
        Core.Types.Where(type => type is { IsValueType: true, IsEnum: false, IsVisible: true } && !type.IsByRefLike && !type.IsDefined(typeof(IsReadOnlyAttribute)))
            .Select(type => type.FullName!).ShouldBeNone("A struct that is not readonly:");

    [Fact]
    public void Records_expose_no_mutable_collection() =>
        Core.PublicTypes.Where(Core.IsRecord)
            .SelectMany(type => type.GetProperties(Declared).Where(property => IsMutableCollection(property.PropertyType)).Select(property => $"{type.FullName}.{property.Name}: {property.PropertyType.Name}"))
            .ShouldBeNone("A record whose content can be changed from outside:");

    [Fact]
    public void Public_records_and_classes_are_sealed_or_abstract() =>
        Core.PublicTypes.Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false })
            .Select(type => type.FullName!).ShouldBeNone("Neither sealed nor abstract:");

    [Fact]
    public void Classes_take_few_constructor_parameters() =>
        Core.Types.Where(type => type.IsClass && !Core.IsRecord(type) && !typeof(Delegate).IsAssignableFrom(type))
            .SelectMany(type => type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                .Where(constructor => constructor.GetParameters().Length > MostParameters)
                .Select(constructor => $"{type.FullName} takes {constructor.GetParameters().Length}"))
            .ShouldBeNone($"More than {MostParameters} constructor parameters:");

    [Fact]
    public void An_interface_has_a_second_implementation() =>
        Core.Types.Where(type => type.IsInterface && Implementations(type) < 2)
            .Select(type => $"{type.FullName} has {Implementations(type)}").ShouldBeNone("An interface without a second implementation:");

    private static int Implementations(Type contract)
    {
        var name = contract.Name.Split('`')[0];
        return Core.Types.Count(type => !type.IsInterface && type.GetInterfaces().Any(one => (one.IsGenericType ? one.GetGenericTypeDefinition() : one) == contract))
            + Tree.ProductSources.Where(file => file.StartsWith("src/Decidua.Server/", StringComparison.Ordinal) || file.StartsWith("src/Decidua.Cli/", StringComparison.Ordinal))
                .Sum(file => TypeHeader().Matches(Tree.Text(file)).Count(match => Regex.IsMatch(match.Value, $@":.*\b{name}\b")));
    }

    private static bool HasOpenSetter(PropertyInfo property) =>
        property.GetSetMethod() is { } setter && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static bool IsMutableCollection(Type type) =>
        type.IsArray
        || (type.IsGenericType && type.GetGenericTypeDefinition() is var shape
            && (shape == typeof(List<>) || shape == typeof(Dictionary<,>) || shape == typeof(HashSet<>) || shape == typeof(IList<>) || shape == typeof(IDictionary<,>) || shape == typeof(ISet<>)));

    [GeneratedRegex(@"\b(class|record|struct)\b[^{;]*")]
    private static partial Regex TypeHeader();
}
