import { serve } from '@entitle/language/server-web'

serve()
