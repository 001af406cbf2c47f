using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Decidua.Architecture.Tests.Style;

/// <summary>The assemblies below the hosts, found beside this test assembly.</summary>
internal static class Core
{
    public static ImmutableArray<Assembly> Assemblies { get; } =
        [.. new[] { "Decidua.Clinical", "Decidua.Knowledge", "Decidua.Reasoning", "Decidua.Planning", "Decidua.Proof", "Decidua.Exchange" }.Select(Assembly.Load)];

    /// <summary>Every type that a person wrote.</summary>
    public static IEnumerable<Type> Types => Assemblies.SelectMany(assembly => assembly.GetTypes()).Where(IsWritten);

    /// <summary>Types that other assemblies can see.</summary>
    public static IEnumerable<Type> PublicTypes => Types.Where(type => type.IsVisible);

    public static bool IsRecord(Type type) =>
        type.GetMethod("<Clone>$") is not null
        || (type.IsValueType && type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic) is not null);

    private static bool IsWritten(Type type) =>
        !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        && !type.Name.Contains('<', StringComparison.Ordinal)
        && (type.DeclaringType is null || IsWritten(type.DeclaringType))
        && type.Namespace?.StartsWith("Decidua", StringComparison.Ordinal) == true;
}
