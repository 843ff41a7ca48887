// Not part of any program: compiled by tests that want the compiler to refuse it.
#include <queue/schema/words.h>

namespace starqueue::queue {

enum class Light { Red, Amber, Green };

#if defined(LACKING)
template <>
inline constexpr auto kWords<Light> = spelled<Light>({{Light::Red, "red"}, {Light::Amber, "amber"}});
#elif defined(SWAPPED)
template <>
inline constexpr auto
    kWords<Light> = spelled<Light>({{Light::Red, "red"}, {Light::Green, "green"}, {Light::Amber, "amber"}});
#elif defined(TWICE)
template <>
inline constexpr auto
    kWords<Light> = spelled<Light>({{Light::Red, "red"}, {Light::Amber, "red"}, {Light::Green, "green"}});
#elif defined(WHOLE)
template <>
inline constexpr auto
    kWords<Light> = spelled<Light>({{Light::Red, "red"}, {Light::Amber, "amber"}, {Light::Green, "green"}});
#endif

static_assert(word(Light::Green) == "green");

} // namespace starqueue::queue
