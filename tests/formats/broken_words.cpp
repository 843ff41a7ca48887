// Not part of any program: compiled by tests that want the compiler to refuse it.
#include <formats/words.h>

namespace starqueue::formats {

enum class Light { Red, Amber, Green };

#if defined(LACKING)
consteval auto spelling(Light)
{
    return spelled<Light>({{Light::Red, "red"}, {Light::Amber, "amber"}});
}
#elif defined(SWAPPED)
consteval auto spelling(Light)
{
    return spelled<Light>({{Light::Red, "red"}, {Light::Green, "green"}, {Light::Amber, "amber"}});
}
#elif defined(TWICE)
consteval auto spelling(Light)
{
    return spelled<Light>({{Light::Red, "red"}, {Light::Amber, "red"}, {Light::Green, "green"}});
}
#elif defined(WHOLE)
consteval auto spelling(Light)
{
    return spelled<Light>({{Light::Red, "red"}, {Light::Amber, "amber"}, {Light::Green, "green"}});
}
#elif defined(LACKING_AFTER_FIRST)
consteval auto spelling(Light)
{
    return spelled<Light, Light::Amber>({{Light::Amber, "amber"}});
}
#elif defined(WHOLE_AFTER_FIRST)
consteval auto spelling(Light)
{
    return spelled<Light, Light::Amber>({{Light::Amber, "amber"}, {Light::Green, "green"}});
}
#endif

static_assert(word(Light::Green) == "green");

} // namespace starqueue::formats
