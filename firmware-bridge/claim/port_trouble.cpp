#include <firmware-bridge/claim/port_trouble.h>

namespace starqueue::claim {

namespace {

std::string withDetail(const std::string& text, const std::string& before, const std::string& detail)
{
    return detail.empty() ? text : text + before + detail;
}

} // namespace

std::string toText(const PortTrouble& trouble)
{
    switch (trouble.kind) {
    case PortTrouble::Kind::Missing:
        return withDetail("isn't there", ": ", trouble.detail);
    case PortTrouble::Kind::Unplugged:
        return withDetail("was unplugged", ": ", trouble.detail);
    case PortTrouble::Kind::NoPermission:
        return withDetail("may not be opened", ": add this user to the group ", trouble.detail);
    case PortTrouble::Kind::InUse:
        return withDetail("is in use", " by ", trouble.detail);
    case PortTrouble::Kind::Failed:
        break;
    }
    return withDetail("can't be opened", ": ", trouble.detail);
}

} // namespace starqueue::claim
