#include <house/face_checks/face_checkers.h>

namespace starqueue::house {

void LostFaceSaysSo::onFact(const Fact& fact)
{
    if (fact.is(m_face.name(), "is cut off")) {
        m_left = m_face.noticesLossWithin();
        wait();
    } else if (fact.is(m_face.name(), "is plugged in")) {
        m_house.agenda().cancel(m_look);
    }
}

// By the second: while a slow disk stops the house, the face's timers stand as well.
void LostFaceSaysSo::wait()
{
    static constexpr std::chrono::seconds kStep{1};
    m_look = m_house.agenda().after(kStep, [this] {
        m_left -= kStep;
        if (m_left < kStep)
            look();
        else
            wait();
    });
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
