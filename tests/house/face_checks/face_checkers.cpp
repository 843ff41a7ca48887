#include <house/face_checks/face_checkers.h>

namespace starqueue::house {

void LostFaceSaysSo::onFact(const Fact& fact)
{
    if (fact.is(m_face.name(), "is cut off"))
        m_look = m_house.agenda().after(m_face.noticesLossWithin(), [this] { look(); });
    else if (fact.is(m_face.name(), "is plugged in"))
        m_house.agenda().cancel(m_look);
}

// Who started anew meanwhile has never had it.
void LostFaceSaysSo::look()
{
    if (!m_face.isUp())
        return;
    if (m_face.hasHall())
        found("its cable is pulled since " + std::to_string(m_face.noticesLossWithin().count()) + " s");
    m_house.sometimes().saw(m_face.name() + " said that it lost the hall");
}

} // namespace starqueue::house
