"""bus_by_pymodbus.py PORT call|arm|take: what the bridge does on the bus, by pymodbus and the published registers.

call: writes A037 to the display at address 1 and reads back that it is shown.
arm:  arms the panel at address 11 for one rating.
take: reads the press (4) that waits there, acknowledges it, and reads that none waits any more.
Ends with 1 and a line that says what was otherwise.
"""

import sys

from pymodbus.client import ModbusSerialClient

DISPLAY, PANEL = 1, 11
CALL_SEQ, TOKEN = 7, 513


def expect(what, wanted, got):
    if wanted != got:
        sys.exit(f"{what}: {got}, expected {wanted}")
    print(f"{what}: {got}")


def answered(response):
    if response.isError():
        sys.exit(f"no answer: {response}")
    return response


def read(client, address, count):
    return answered(client.read_input_registers(0, count, slave=address)).registers


def pairs(text):
    padded = text.ljust(8, "\0").encode("ascii")
    return [padded[i] << 8 | padded[i + 1] for i in range(0, 8, 2)]


def call(client):
    expect("the display's magic", 0x4344, read(client, DISPLAY, 8)[0])
    calling, counter = 2, 3
    block = [CALL_SEQ, calling, *pairs("A037"), counter, 0, 0, 80, 0, 0, 0, 0, 0, CALL_SEQ]
    answered(client.write_registers(0, block, slave=DISPLAY))
    expect("the call that is shown", CALL_SEQ, read(client, DISPLAY, 8)[5])


def arm(client):
    expect("the panel's magic", 0x5251, read(client, PANEL, 16)[0])
    answered(client.write_registers(0, [0, 0, TOKEN, 30, 0, 80, 1, 1], slave=PANEL))
    expect("armed", 1, read(client, PANEL, 16)[6] & 1)


def take(client):
    report = read(client, PANEL, 16)
    epoch, seq = report[4], report[10]
    expect("presses that wait", 1, report[9])
    expect("the score", 4, report[11])
    expect("its session", TOKEN, report[12])
    answered(client.write_registers(0, [epoch, seq, 0, 0, 0, 80, 1, 2], slave=PANEL))
    expect("presses that wait after the acknowledgement", 0, read(client, PANEL, 16)[9])


def main():
    port, step = sys.argv[1:]
    client = ModbusSerialClient(port, baudrate=19200, parity="N", timeout=2)
    if not client.connect():
        sys.exit(f"{port} can't be opened")
    {"call": call, "arm": arm, "take": take}[step](client)
    client.close()


main()
