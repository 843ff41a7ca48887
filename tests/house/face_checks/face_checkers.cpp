#include <house/face_checks/face_checkers.h>

namespace starqueue::house {

void LostFaceSaysSo::onFact(const Fact& fact)
{
    if (fact.is(m_face.name(), "is cut off"))
        lookIn(m_face.noticesLossWithin());
    else if (fact.is(m_face.name(), "is plugged in"))
        m_house.agenda().cancel(m_look);
}

void LostFaceSaysSo::lookIn(std::chrono::seconds pause)
{
    m_due = m_house.agenda().now() + pause;
    m_look = m_house.agenda().after(pause, [this] { look(); });
}

// Who started anew meanwhile has never had it. After a slow disk has stopped all, the face comes first.
void LostFaceSaysSo::look()
{
    constexpr std::chrono::seconds kSoon{1};
    if (m_house.agenda().now() > m_due + kSoon)
        return lookIn(kSoon);
    if (!m_face.isUp())
        return;
    if (m_face.hasHall())
        found("its cable is pulled since " + std::to_string(m_face.noticesLossWithin().count()) + " s");
    m_house.sometimes().saw(m_face.name() + " said that it lost the hall");
}

} // namespace starqueue::house
