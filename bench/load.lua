-- For wrk: sends the requests of a file, each as it stands there, and prints what came of it as numbers.
--
-- usage: wrk … --script load.lua URL -- FILE
-- The file's requests are separated by the byte 0x1e. After the last comes the first again.

local requests, at = {}, 0

function init(args)
  local file = assert(io.open(args[1], "rb"))
  for request in file:read("*a"):gmatch("[^\30]+") do
    requests[#requests + 1] = request
  end
  file:close()
end

function request()
  at = at % #requests + 1
  return requests[at]
end

function done(summary, latency)
  local errors = summary.errors
  local broken = errors.connect + errors.read + errors.write + errors.timeout
  io.write(string.format("numbers %d %d %d %d %d\n", summary.requests, summary.duration,
    latency:percentile(99.0), errors.status, broken))
end
