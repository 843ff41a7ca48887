#include <client/api/request_ids.h>

namespace starqueue::client::api {

QUuid RequestIds::next()
{
    constexpr ushort kVersion8 = 0x8000;
    QUuid id = m_first;
    id.data3 = (id.data3 & 0x0FFF) | kVersion8;
    for (int i = 0; i < 4; ++i)
        id.data4[7 - i] = static_cast<uchar>(m_count >> (8 * i));
    if (++m_count == 0)
        m_first = QUuid::createUuid();
    return id;
}

} // namespace starqueue::client::api
