#include <firmware-bridge/ticket/default_template.h>

namespace starqueue::bridge {

namespace {

using Kind = TicketRow::Kind;

TicketRow centred(const TicketText& text, int size)
{
    TicketRow row;
    row.align = TicketRow::Align::Centre;
    row.text = text;
    row.size = size;
    return row;
}

TicketRow line()
{
    TicketRow row;
    row.kind = Kind::Rule;
    return row;
}

TicketRow timeRow()
{
    TicketRow row;
    row.kind = Kind::Pair;
    row.label = {u"打印时间"_qs, u"Printed"_qs};
    row.text = {u"{time}"_qs, u"{time}"_qs};
    return row;
}

TicketTemplate madeSlip()
{
    TicketRow hall = centred({u"{hall}"_qs, u"{hall}"_qs}, 2);
    hall.pitch = 50;
    TicketRow slip = centred({u"{slip}"_qs, u"{slip}"_qs}, 2);
    slip.bold = true;
    return {TicketTemplate::Language::Both,
            {hall, line(), centred({u"日终核对码"_qs, u"Day\'s close"_qs}, 1), slip, line(), timeRow(),
             centred({u"请妥善保管，核对方法："_qs, u"Keep it. To compare:"_qs}, 1),
             centred({u"starqueue verify --head"_qs, u"starqueue verify --head"_qs}, 1)}};
}

} // namespace

const TicketTemplate& slipTemplate()
{
    static const TicketTemplate kSlip = madeSlip();
    return kSlip;
}

} // namespace starqueue::bridge
