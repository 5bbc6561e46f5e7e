"""A relay that makes a server far away, and counts how often its clients wait for it."""
import asyncio
import threading


class Relay:
    """Listens on a port of its own. Every byte is held back for half of the round trip, each way.

    What the kernel does to open a connection can't be held back from here. So a connection's first bytes wait for one
    more round trip: the client gets its first answer as late as it would from a server that far away.
    """

    def __init__(self, port, round_trip):
        self.target, self.half = port, round_trip / 2
        self.connections = self.flights = 0
        self.loop = asyncio.new_event_loop()
        ready = threading.Event()
        threading.Thread(target=self.run, args=(ready,), daemon=True).start()
        ready.wait()

    def run(self, ready):
        asyncio.set_event_loop(self.loop)
        server = self.loop.run_until_complete(asyncio.start_server(self.serve, "127.0.0.1", 0))
        self.port = server.sockets[0].getsockname()[1]
        ready.set()
        self.loop.run_forever()

    def take(self):
        """Round trips since the last call: one for each connection, one for each time a client spoke and was answered."""
        count = self.connections + self.flights
        self.connections = self.flights = 0
        return count

    async def serve(self, reader, writer):
        self.connections += 1
        away, far = await asyncio.open_connection("127.0.0.1", self.target)
        line = {"speaker": None, "opened": self.loop.time()}
        await asyncio.gather(
            self.carry(reader, far, line, "client"), self.carry(away, writer, line, "server"), return_exceptions=True)

    async def carry(self, source, sink, line, name):
        due = 0
        while data := await source.read(65536):
            if name == "server" and line["speaker"] == "client":
                self.flights += 1
            line["speaker"] = name
            # The kernel's handshake would have taken a round trip.
            late = 2 * self.half if name == "client" and due == 0 else 0
            due = max(due, self.loop.time() + self.half + late)
            self.loop.call_at(due, sink.write, data)
        self.loop.call_at(max(due, self.loop.time() + self.half), sink.close)
